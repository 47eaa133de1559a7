package dev.landwaiter.signing.trust.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.encoding.ProtoFields;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.tuf.Metadata.Root;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedRootTest {
  private static Bytes resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            EmbeddedRoot.class.getResourceAsStream("/dev/landwaiter/signing/trust/" + name))) {
      return Bytes.of(in.readAllBytes());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everythingCanBeRead(EmbeddedRoot embedded) throws IOException {
    TrustedRoot root = embedded.trustedRoot();
    assertThat(root.logs()).isNotEmpty();
    assertThat(root.certificateLogs()).isNotEmpty();
    assertThat(root.certificateAuthorities()).isNotEmpty();
    assertThat(root.timestampAuthorities()).isNotEmpty();
    SigningConfig config = embedded.signingConfig();
    assertThat(config.certificateAuthority(embedded.since()).url()).startsWith("https://");
    assertThat(EmbeddedRoot.of(embedded.mirror() + "/")).contains(embedded);
    assertThat(RootChain.first("root", embedded.tufRoot()).version()).isPositive();
  }

  /// The chain that the script checked is checked again with every build.
  @Test
  void theNewestRootIsAcceptedByTheOneBefore() throws IOException {
    ProtoFields about = ProtoFields.parse("about", resource("sigstore/about.json"));
    Root before =
        RootChain.first(
            "before", resource("sigstore/" + (about.number("root") - 1) + ".root.json"));
    Root newest = RootChain.next(before, "newest", EmbeddedRoot.PUBLIC.tufRoot());
    assertThat(newest.version()).isEqualTo(about.number("root"));
    assertThat(newest.role("root").threshold()).isEqualTo(3);
    assertThat(newest.role("targets").threshold()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void theFilesAreThoseThatWereTaken(EmbeddedRoot embedded) throws IOException {
    String folder = embedded == EmbeddedRoot.PUBLIC ? "sigstore/" : "staging/";
    ProtoFields about = ProtoFields.parse("about", resource(folder + "about.json"));
    assertThat(about.text("mirror")).isEqualTo(embedded.mirror());
    ProtoFields hashes = about.fields("sha256").orElseThrow();
    for (String file :
        new String[] {"root.json", "trusted_root.json", "signing_config.v0.2.json"}) {
      assertThat(resource(folder + file).sha256().toHex())
          .isEqualTo(hashes.object().get(file).orElseThrow().asText());
    }
  }

  @Test
  void itsAgeIsSaidAloud() {
    Instant now = EmbeddedRoot.PUBLIC.since().plusSeconds(86_400 * 12 + 5);
    var origin =
        new TrustOrigin(
            EmbeddedRoot.PUBLIC.mirror(),
            TrustOrigin.Kind.EMBEDDED,
            EmbeddedRoot.PUBLIC.since(),
            java.util.Optional.empty(),
            java.util.List.of());
    assertThat(origin.sentence(now))
        .contains("came with this program, taken over on ")
        .endsWith(", 12 days old");
  }
}
