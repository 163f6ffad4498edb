package clipscope.language;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The words of a package: the files `texts.properties` (English) and `texts_de.properties` (German) beside
/// its classes.
///
/// They are read in the JDK's display language, [Locale.Category#DISPLAY], as it is at each call. A text
/// asked for with arguments is a pattern of [MessageFormat], in which an apostrophe is doubled; one asked for
/// without is taken as it stands.
///
/// **Thread:** Thread-safe.
public final class Texts {

    private static final Control NO_OTHER_LANGUAGE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /// Groups digits by a space. Germany's point would look like the decimal point that all fractions here
    /// have.
    private static final Locale GERMAN_COUNTS = Locale.forLanguageTag("de-AT");

    private final String bundle;
    private final ClassLoader loader;
    private volatile @Nullable Spoken spoken; // last: finding and parsing takes longer than filling in

    /// @param patterns those of the words that were asked for with arguments, parsed
    private record Spoken(Locale locale, ResourceBundle words, Map<String, MessageFormat> patterns) {}

    private Texts(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    /// {@return the words of the package that a class is in}
    public static Texts beside(Class<?> type) {
        return new Texts(type.getPackageName() + ".texts", type.getClassLoader());
    }

    /// {@return a text}
    ///
    /// @throws IllegalArgumentException if there is no such text, which is a defect of ours
    public String get(String key) {
        return text(spoken(), key);
    }

    /// {@return a text with its places filled in} Whole numbers get their thousands grouped; fractions come
    /// as text, since how many digits they have is for who knows what they mean.
    ///
    /// @throws IllegalArgumentException if there is no such text, it is no pattern, or an argument is a
    ///     fraction
    public String get(String key, Object... arguments) {
        if (Arrays.stream(arguments).anyMatch(each -> each instanceof Double || each instanceof Float)) {
            throw new IllegalArgumentException("a fraction for \"%s\" in %s".formatted(key, bundle));
        }
        Spoken now = spoken();
        MessageFormat pattern =
                now.patterns().computeIfAbsent(key, each -> new MessageFormat(text(now, each), countsOf(now.locale())));
        synchronized (pattern) { // it keeps places of its last use
            return pattern.format(arguments);
        }
    }

    private String text(Spoken now, String key) {
        try {
            return now.words().getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("no text \"%s\" in %s".formatted(key, bundle), e);
        }
    }

    private Spoken spoken() {
        Locale display = display();
        Spoken last = spoken;
        if (last == null || !last.locale().equals(display)) {
            ResourceBundle words = ResourceBundle.getBundle(bundle, display, loader, NO_OTHER_LANGUAGE);
            last = new Spoken(display, words, new ConcurrentHashMap<>());
            spoken = last;
        }
        return last;
    }

    private static Locale countsOf(Locale display) {
        return display.getLanguage().equals(Locale.GERMAN.getLanguage()) ? GERMAN_COUNTS : Locale.ENGLISH;
    }

    private static Locale display() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }
}
