package dev.landwaiter.oci.mirror;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.oci.registry.TlsOptions.ClientCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The certificates for one registry in a folder, as Docker has them: `*.crt` are authorities,
/// `NAME.cert` and `NAME.key` a certificate of ours.
final class CertificateFolder {
  private static final int ENTRY_LIMIT = 1000;

  private CertificateFolder() {}

  /// The usual options and what is in the folder.
  static TlsOptions read(Path folder, TlsOptions usual) throws ImageException {
    List<Path> authorities = new ArrayList<>();
    List<ClientCertificate> clients = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(".crt")) {
        authorities.add(file);
      } else if (name.endsWith(".cert")) {
        Path key = file.resolveSibling(name.substring(0, name.length() - 5) + ".key");
        if (!Files.exists(key)) {
          throw wrong(file + " has no " + key.getFileName() + " beside it");
        }
        clients.add(new ClientCertificate(file, key));
      }
    }
    return usual.and(false, authorities, clients);
  }

  private static List<Path> files(Path folder) throws ImageException {
    try (var files = Files.list(folder)) {
      List<Path> some = files.limit(ENTRY_LIMIT + 1L).sorted().toList();
      if (some.size() > ENTRY_LIMIT) {
        throw wrong(folder + " holds more than " + ENTRY_LIMIT + " files");
      }
      return some;
    } catch (ImageException e) {
      throw e;
    } catch (IOException e) {
      throw wrong("the certificates in " + folder + " cannot be read: " + e.getMessage());
    }
  }

  private static ImageException wrong(String what) {
    return new ImageException(ImageException.Code.INVALID, what);
  }
}
