package dev.landwaiter.signing.notation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoresTest {
  private static final Made ROOT = CertificateDraft.authority("root").selfSigned();
  private static final StoreName NAME = new StoreName(StoreName.Type.CA, "acme");

  @TempDir Path folder;
  private Path store = Path.of("");

  @BeforeEach
  void made() throws IOException {
    store = Files.createDirectories(folder.resolve("truststore/x509/ca/acme"));
  }

  private static String pem(Made made) {
    return new Pem("CERTIFICATE", made.der()).text();
  }

  private void refused() {
    assertThatThrownBy(() -> new TrustStores(folder).certificates(NAME))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.TRUST_ROOT));
  }

  @Test
  void readsPemAndDerOfAllFiles() throws IOException {
    Made other = CertificateDraft.authority("other").by(ROOT);
    Made alone = CertificateDraft.leaf("a@b.test").named("CN=alone").selfSigned();
    Files.writeString(store.resolve("a.pem"), pem(ROOT) + pem(other));
    Files.write(store.resolve("b.cer"), alone.der().toArray());
    Files.write(store.resolve("c.crt"), ROOT.der().toArray());
    Files.writeString(store.resolve("notes.txt"), "not looked at");
    Files.createDirectories(store.resolve("below.pem"));
    assertThat(new TrustStores(folder).certificates(NAME))
        .extracting(each -> each.der())
        .containsExactly(ROOT.der(), other.der(), alone.der(), ROOT.der());
  }

  @Test
  void refusesEverythingElse() throws IOException {
    refused();
    Path file = store.resolve("a.pem");
    Made leaf = CertificateDraft.leaf("a@b.test").named("CN=leaf").by(ROOT);
    for (String text :
        new String[] {
          "",
          "text",
          pem(ROOT).substring(0, 100),
          pem(leaf),
          pem(ROOT) + pem(leaf),
          new Pem("PUBLIC KEY", ROOT.der()).text()
        }) {
      Files.writeString(file, text);
      refused();
    }
    Files.delete(file);
    Files.writeString(store.resolve("a.txt"), pem(ROOT));
    refused();
    Path elsewhere = Files.writeString(folder.resolve("elsewhere.pem"), pem(ROOT));
    Files.createSymbolicLink(file, elsewhere);
    refused();
    Files.delete(file);
    Files.writeString(file, pem(ROOT));
    assertThat(new TrustStores(folder).certificates(NAME)).hasSize(1);
    Path moved = Files.move(store, folder.resolve("moved"));
    refused();
    Files.createSymbolicLink(store, moved);
    refused();
  }
}
