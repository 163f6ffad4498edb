package clipscope.language;

import java.util.Locale;

/// Speaks another language until it is closed.
public final class Spoken implements AutoCloseable {

    private final Locale all = Locale.getDefault();
    private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale format = Locale.getDefault(Locale.Category.FORMAT);

    public Spoken(Language language) {
        language.speak();
    }

    @Override
    public void close() {
        Locale.setDefault(all);
        Locale.setDefault(Locale.Category.DISPLAY, display);
        Locale.setDefault(Locale.Category.FORMAT, format);
    }
}
