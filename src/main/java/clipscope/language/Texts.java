package clipscope.language;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
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
    private volatile @Nullable Spoken spoken; // last: finding a bundle takes longer than finding a text in it

    private record Spoken(Locale locale, ResourceBundle words) {}

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
        try {
            return spoken().getString(key);
        } catch (MissingResourceException e) {
            throw new IllegalArgumentException("no text \"%s\" in %s".formatted(key, bundle), e);
        }
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
        return new MessageFormat(get(key), countsOf(display())).format(arguments);
    }

    private ResourceBundle spoken() {
        Locale display = display();
        Spoken last = spoken;
        if (last == null || !last.locale().equals(display)) {
            last = new Spoken(display, ResourceBundle.getBundle(bundle, display, loader, NO_OTHER_LANGUAGE));
            spoken = last;
        }
        return last.words();
    }

    private static Locale countsOf(Locale display) {
        return display.getLanguage().equals(Locale.GERMAN.getLanguage()) ? GERMAN_COUNTS : Locale.ENGLISH;
    }

    private static Locale display() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }
}
