package dev.landwaiter.cli.command.sign;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.LogInstance;
import dev.landwaiter.signing.trust.TrustedRoot;
import java.security.cert.X509Certificate;
import java.util.List;

/// Addresses of services by the ids that bundles hold, as far as a trusted root knows them.
record TrustedNames(TrustedRoot root) {
  private static final String SUBJECT_KEY = "2.5.29.14";

  /// What stands before the identifier itself: two OCTET STRINGs, one inside the other.
  private static final int HEADER = 4;

  /// Adds the address of a log, or its id where nobody knows it.
  void log(int depth, Bytes id, InspectedTree tree) {
    named(depth, id, root.logs(), tree);
  }

  /// Adds the address of a certificate log, or its id.
  void certificateLog(int depth, Bytes id, InspectedTree tree) {
    named(depth, id, root.certificateLogs(), tree);
  }

  /// The address of the authority whose key has an identifier, or empty.
  String authority(Bytes keyId) {
    for (Authority each : root.certificateAuthorities()) {
      for (X509Certificate certificate : each.chain()) {
        byte[] extension = certificate.getExtensionValue(SUBJECT_KEY);
        if (extension != null
            && extension.length > HEADER
            && Bytes.of(extension).slice(HEADER, extension.length).equals(keyId)) {
          return each.uri();
        }
      }
    }
    return "";
  }

  private static void named(int depth, Bytes id, List<LogInstance> logs, InspectedTree tree) {
    for (LogInstance each : logs) {
      if (each.id().equals(id) && !each.baseUrl().isEmpty()) {
        tree.line(depth, "Log URL", each.baseUrl());
        return;
      }
    }
    tree.line(depth, "Log ID", id.toHex());
  }
}
