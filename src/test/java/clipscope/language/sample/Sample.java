package clipscope.language.sample;

/// Has words beside it.
public final class Sample {

    private Sample() {}
}
