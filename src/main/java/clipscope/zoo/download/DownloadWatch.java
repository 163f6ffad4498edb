package clipscope.zoo.download;

/// Whoever is told how far a download is.
///
/// **Thread:** Called on the thread that downloads.
public interface DownloadWatch {

    /// There are so many bytes more to come than was known.
    void expect(long bytes);

    /// So many bytes were there already, from an earlier try.
    void found(long bytes);

    /// So many bytes have come; less than zero if some that had come are of no use.
    void advance(long bytes);

    /// Something else is being done now: "Waiting for another window".
    void step(String words);
}
