package clipscope.train.caption;

/// Whether a claim is true of a picture, where people may differ: Kleene's logic of three values.
public enum Truth {
    FALSE,
    UNSURE,
    TRUE;

    /// {@return true if both are, false if one is}
    public Truth and(Truth other) {
        return compareTo(other) < 0 ? this : other;
    }

    /// {@return true if one is, false if both are}
    public Truth or(Truth other) {
        return compareTo(other) > 0 ? this : other;
    }

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /// {@return true from one limit on, false up to the other, unsure between them}
    public static Truth above(double value, double surelyNot, double surely) {
        return value >= surely ? TRUE : value > surelyNot ? UNSURE : FALSE;
    }
}
