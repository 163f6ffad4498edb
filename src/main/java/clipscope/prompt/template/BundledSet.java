package clipscope.prompt.template;

import clipscope.prompt.PromptTemplate;
import java.util.List;

/// Lists of templates to begin with, in our own words.
public enum BundledSet {

    /// A handful for a first look.
    SHORT(
            "Short",
            "six sentences, for a first look",
            "{}",
            "a {}",
            "the {}",
            "a picture of a {}",
            "a photo of a {}.",
            "this is a {}"),

    /// For things of any kind.
    GENERAL(
            "General",
            "things of any kind, seen in many ways",
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
            "Drawings",
            "shapes and art; made of words that the bundled model knows",
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
            "Photos",
            "as people take them: light, blur, distance",
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
            "Places",
            "where somebody stands and looks around",
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
            "Actions",
            "what somebody does",
            "{}",
            "a person {}.",
            "people {}.",
            "a photo of a person {}.",
            "a photo of somebody who is {}.",
            "someone busy {}.",
            "an example of {}.",
            "a child {}.",
            "a group {}.");

    private final String title;
    private final String about;
    private final String lines;

    BundledSet(String title, String about, String... templates) {
        this.title = title;
        this.about = about;
        this.lines = String.join("\n", templates);
    }

    public String title() {
        return title;
    }

    /// {@return what it is for, in a few words}
    public String about() {
        return about;
    }

    public List<PromptTemplate> templates() {
        return lines.lines().map(PromptTemplate::new).toList();
    }
}
