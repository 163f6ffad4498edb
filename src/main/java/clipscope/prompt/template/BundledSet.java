package clipscope.prompt.template;

import clipscope.language.Texts;
import clipscope.prompt.PromptTemplate;
import java.util.List;

/// Lists of templates to begin with, in our own words.
public enum BundledSet {

    /// A handful for a first look.
    SHORT(
            "set.short",
            "set.short.about",
            "{}",
            "a {}",
            "the {}",
            "a picture of a {}",
            "a photo of a {}.",
            "this is a {}"),

    /// For things of any kind.
    GENERAL(
            "set.general",
            "set.general.about",
            "a photo of a {}.",
            "a photo of the {}.",
            "a picture of one {}.",
            "a picture of several {}.",
            "a close view of a {}.",
            "a {} seen from far away.",
            "a small {}.",
            "a large {}.",
            "part of a {}.",
            "a {} in front of something else.",
            "a clear view of the {}.",
            "a {} that is hard to see.",
            "somebody's {}.",
            "an old {}.",
            "a new {}.",
            "a {} at home.",
            "a {} outdoors."),

    /// For drawings, those that the bundled model was trained on among them.
    DRAWINGS(
            "set.drawings",
            "set.drawings.about",
            "{}",
            "a drawing of a {}",
            "a painting of a {}",
            "an illustration of a {}",
            "a sketch of a {}",
            "a picture of a {}",
            "this is a {}",
            "there is a {}",
            "a {} on white paper",
            "the picture shows a {}",
            "a {} on a canvas",
            "a small {}",
            "a large {}",
            "something that is a {}"),

    /// For photos as people take them.
    PHOTOS(
            "set.photos",
            "set.photos.about",
            "a photo of a {}.",
            "a bright photo of a {}.",
            "a dark photo of a {}.",
            "a blurred photo of a {}.",
            "a sharp photo of a {}.",
            "a black and white photo of a {}.",
            "a snapshot of a {}.",
            "a photo of a {} taken with a phone.",
            "a photo of a {} at night.",
            "a photo of a {} in the sun.",
            "a badly cropped photo of a {}.",
            "a close-up of a {}.",
            "a photo of a {} from above.",
            "a photo of my {}."),

    /// For places.
    PLACES(
            "set.places",
            "set.places.about",
            "{}",
            "a {}.",
            "a view of a {}.",
            "inside a {}.",
            "outside of a {}.",
            "people at a {}.",
            "an empty {}.",
            "a wide view of the {}.",
            "a {} at night.",
            "a {} in the morning."),

    /// For what is going on.
    ACTIONS(
            "set.actions",
            "set.actions.about",
            "{}",
            "a person {}.",
            "people {}.",
            "a photo of a person {}.",
            "a photo of somebody who is {}.",
            "someone busy {}.",
            "an example of {}.",
            "a child {}.",
            "a group {}.");

    private static final Texts TEXTS = Texts.beside(BundledSet.class);

    private final String title; // key
    private final String about; // key
    private final String lines;

    BundledSet(String title, String about, String... templates) {
        this.title = title;
        this.about = about;
        this.lines = String.join("\n", templates);
    }

    public String title() {
        return TEXTS.get(title);
    }

    /// {@return what it is for, in a few words}
    public String about() {
        return TEXTS.get(about);
    }

    public List<PromptTemplate> templates() {
        return lines.lines().map(PromptTemplate::new).toList();
    }
}
