package clipscope.problem;

/// What a JSON library says of a text that it cannot read, without its advice to programmers.
public final class JsonFault {

    private static final String ADVICE = "Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON";
    private static final int LONGEST = 200; // characters: a path into a deep text can be long

    private JsonFault() {}

    /// {@return what is wrong and where, in one line}
    public static String in(Exception e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String fault = message.replace(ADVICE, "malformed");
        return fault.length() <= LONGEST ? fault : fault.substring(0, LONGEST) + "…";
    }
}
