package dev.landwaiter.signing.bundle;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.util.Optional;

/// The media types of Sigstore bundles and what version they mean.
final class BundleForm {
  /// The one to write.
  static final String WRITTEN = "application/vnd.dev.sigstore.bundle.v0.3+json";

  private static final String OLD = "application/vnd.dev.sigstore.bundle+json;version=";
  private static final String NEW = "application/vnd.dev.sigstore.bundle.v";
  private static final String SUFFIX = "+json";

  private BundleForm() {}

  /// The form that a media type means.
  ///
  /// @throws RefusedException with PARSE for other types and versions above 0.3
  static Evidence.Form of(String where, String mediaType) throws RefusedException {
    return version(mediaType)
        .orElseThrow(() ->
            new RefusedException(
                FailureClass.PARSE,
                where + ": no Sigstore bundle of a known version",
                WRITTEN,
                mediaType.isEmpty() ? "no media type" : mediaType));
  }

  private static Optional<Evidence.Form> version(String mediaType) {
    if (mediaType.startsWith(OLD)) {
      return minor(mediaType.substring(OLD.length()), false);
    }
    if (mediaType.startsWith(NEW) && mediaType.endsWith(SUFFIX)) {
      int end = mediaType.length() - SUFFIX.length();
      return end < NEW.length()
          ? Optional.empty()
          : minor(mediaType.substring(NEW.length(), end), true);
    }
    return Optional.empty();
  }

  /// @param patched whether a third number may follow
  private static Optional<Evidence.Form> minor(String version, boolean patched) {
    if (!version.startsWith("0.") || version.length() < 3) {
      return Optional.empty();
    }
    if (version.length() > 3 && !(patched && patch(version.substring(3)))) {
      return Optional.empty();
    }
    return switch (version.charAt(2)) {
      case '1' -> Optional.of(Evidence.Form.BUNDLE_0_1);
      case '2' -> Optional.of(Evidence.Form.BUNDLE_0_2);
      case '3' -> Optional.of(Evidence.Form.BUNDLE_0_3);
      default -> Optional.empty();
    };
  }

  private static boolean patch(String text) {
    if (text.length() < 2 || text.length() > 6 || text.charAt(0) != '.') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() == 2 || text.charAt(1) != '0';
  }
}
