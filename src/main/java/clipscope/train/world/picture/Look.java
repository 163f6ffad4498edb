package clipscope.train.world.picture;

/// How the pictographs of a picture are drawn, as far as there is a word for it.
public enum Look {
    COLOURED,
    GREY,
    LINES,
    SILHOUETTE
}
