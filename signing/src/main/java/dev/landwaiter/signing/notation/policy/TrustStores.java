package dev.landwaiter.signing.notation.policy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.encoding.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The trust stores of a configuration folder: `truststore/x509/TYPE/NAME/*.pem|crt|cer`.
///
/// @param folder the configuration folder
public record TrustStores(Path folder) {
  private static final long LARGEST = 1 << 20;
  private static final int MOST_FILES = 1_000;

  /// The certificates of a store.
  ///
  /// @return at least one
  /// @throws RefusedException with TRUST_ROOT when it is not there, is empty, holds a link, a file
  ///   without a certificate or a certificate that is neither an authority's nor signed by itself
  public List<ParsedCertificate> certificates(StoreName name) throws RefusedException {
    Path store = folder.resolve("truststore").resolve("x509").resolve(name.type().id());
    store = store.resolve(name.name());
    if (!Files.isDirectory(store, LinkOption.NOFOLLOW_LINKS)) {
      throw wrong(name, "there is no folder for it");
    }
    List<ParsedCertificate> all = new ArrayList<>();
    try (var files = Files.list(store)) {
      List<Path> sorted = files.sorted().limit(MOST_FILES + 1).toList();
      if (sorted.size() > MOST_FILES) {
        throw wrong(name, "it has more than 1000 files");
      }
      for (Path file : sorted) {
        all.addAll(file(name, file));
      }
    } catch (RefusedException e) {
      throw e;
    } catch (IOException e) {
      throw wrong(name, "it cannot be read: " + e.getMessage());
    }
    if (all.isEmpty()) {
      throw wrong(name, "it holds no certificate");
    }
    return all;
  }

  private static List<ParsedCertificate> file(StoreName store, Path file) throws IOException {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw wrong(store, "'" + name + "' is no regular file");
    }
    if (!name.endsWith(".pem") && !name.endsWith(".crt") && !name.endsWith(".cer")) {
      return List.of();
    }
    if (Files.size(file) > LARGEST) {
      throw wrong(store, "'" + name + "' is larger than 1 MiB");
    }
    try {
      List<ParsedCertificate> all = read(name, Bytes.of(Files.readAllBytes(file)));
      for (ParsedCertificate each : all) {
        boolean itself = each.subject().equals(each.issuer());
        if (!each.mayIssue() && !itself) {
          throw wrong(
              store, "'" + name + "': neither of an authority nor signed by itself: " + each);
        }
      }
      return all;
    } catch (RefusedException e) {
      throw e.kind() == FailureClass.TRUST_ROOT ? e : wrong(store, e.refusal().message());
    }
  }

  private static List<ParsedCertificate> read(String name, Bytes content) throws RefusedException {
    List<ParsedCertificate> all = new ArrayList<>();
    if (!content.isEmpty() && content.at(0) == 0x30) {
      return List.of(ParsedCertificate.parse(name, content));
    }
    for (Pem block : Pem.blocks(name, content.toText())) {
      if (!block.label().equals("CERTIFICATE")) {
        throw new RefusedException(
            FailureClass.PARSE, name + ": '" + block.label() + "' is no certificate");
      }
      all.add(ParsedCertificate.parse(name, block.content()));
    }
    if (all.isEmpty()) {
      throw new RefusedException(FailureClass.PARSE, name + ": no certificate is there");
    }
    return all;
  }

  private static RefusedException wrong(StoreName store, String why) {
    return new RefusedException(FailureClass.TRUST_ROOT, "the trust store " + store + ": " + why);
  }
}
