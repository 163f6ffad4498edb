package clipscope.zoo.download;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server's answer, after all redirections.
///
/// @param from who gave it in the end
/// @param linked what the first to answer told of the file: the hub knows its hash, whoever stores it does
///     not
record Reply(int status, URI from, HttpHeaders headers, HttpHeaders linked, Pieces body) implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    private static final Pattern UNSATISFIED = Pattern.compile("bytes \\*/(\\d{1,18})");

    /// {@return the hash of the whole file, if the server tells it}
    Optional<FileHash> hash() {
        return linked.firstValue("x-linked-etag").or(() -> headers.firstValue("x-linked-etag")).stream()
                .map(Reply::unquoted)
                .flatMap(tag -> FileHash.sha256(tag).stream())
                .findFirst();
    }

    /// {@return what tells this content from another under the same address}
    Optional<String> validator() {
        return headers.firstValue("etag")
                .filter(tag -> tag.startsWith("\"")) // a weak one may be the same for other bytes
                .or(() -> headers.firstValue("last-modified"));
    }

    /// {@return how many bytes the whole file has, as far as the answer tells}
    OptionalLong total() {
        return switch (status) {
            case 200 -> headers.firstValueAsLong("content-length");
            case 206 -> number(RANGE, 2);
            case 416 -> number(UNSATISFIED, 1);
            default -> OptionalLong.empty();
        };
    }

    /// {@return at which byte the content of a part begins}
    OptionalLong start() {
        return number(RANGE, 1);
    }

    private OptionalLong number(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(headers.firstValue("content-range").orElse(""));
        return matcher.matches() && !matcher.group(group).equals("*")
                ? OptionalLong.of(Long.parseLong(matcher.group(group)))
                : OptionalLong.empty();
    }

    /// {@return whether the bytes are not those of the file but packed ones, which nobody asked for}
    boolean packed() {
        return !headers.firstValue("content-encoding").orElse("identity").equalsIgnoreCase("identity");
    }

    /// {@return whether another try may go better}
    boolean passing() {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }

    /// {@return how long the server asks to wait}
    Optional<Duration> retryAfter(Instant now) {
        return headers.firstValue("retry-after").flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            try {
                Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return Optional.of(Duration.between(now, then)).filter(wait -> !wait.isNegative());
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        });
    }

    private static String unquoted(String tag) {
        return tag.replaceAll("^(?:W/)?\"|\"$", "");
    }

    @Override
    public void close() {
        body.close();
    }
}
