package clipscope.cli.models;

import clipscope.clip.certificate.Certificate;
import clipscope.clip.certificate.CertificateText;
import com.google.gson.GsonBuilder;

/// How a certificate is written.
enum CertificateFormat {
    TEXT,
    JSON;

    String write(Certificate certificate) {
        return switch (this) {
            case TEXT -> CertificateText.of(certificate);
            case JSON ->
                new GsonBuilder()
                                .setPrettyPrinting()
                                .disableHtmlEscaping()
                                .create()
                                .toJson(certificate)
                        + "\n";
        };
    }
}
