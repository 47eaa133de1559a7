package dev.landwaiter.scan.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AptSourcesTest {
  private static final String STANZAS =
      """
      # by hand
      Types: deb deb-src
      URIs: http://mirror.example/debian
      Suites: bookworm
       bookworm-updates
      Components: main

      Types: deb
      # a comment inside
      URIs: http://mirror.example/debian-security
      Suites: bookworm-security
      Components: main
      Signed-By:
       -----BEGIN PGP PUBLIC KEY BLOCK-----
       .
       x

      Enabled: no
      Types: deb
      URIs: http://off.example/
      Suites: trixie-security

      Types: deb
      URIs: http://not a uri/
      """;

  @Test
  void readsStanzas() {
    assertThat(AptSources.read("debian.sources", STANZAS))
        .contains(
            new AptSources.AptSource(
                URI.create("http://mirror.example/debian"),
                List.of("bookworm", "bookworm-updates")),
            new AptSources.AptSource(
                URI.create("http://mirror.example/debian-security"), List.of("bookworm-security")))
        .noneMatch(source -> source.uri().toString().contains("off"));
  }

  @Test
  void readsLines() {
    String lines =
        """
        # deb http://old.example/ x-security main
        deb [arch=amd64 signed-by=/a/key.gpg] http://security.example/debian-security bullseye-security main
        deb-src http://src.example/ bullseye main
        deb cdrom
        """;
    assertThat(AptSources.read("sources.list", lines))
        .containsExactly(
            new AptSources.AptSource(
                URI.create("http://security.example/debian-security"),
                List.of("bullseye-security")));
  }

  @Test
  void findsTheSecurityArchiveOfAnotherReleaseBesideTheOwn() {
    var sources = AptSources.read("debian.sources", STANZAS);
    assertThat(AptSources.securityMirror(sources, DebianRelease.BOOKWORM))
        .contains(URI.create("http://mirror.example/debian-security"));
    assertThat(AptSources.securityMirror(sources, DebianRelease.TRIXIE))
        .contains(URI.create("http://mirror.example/debian-security"));
    assertThat(AptSources.securityMirror(List.of(), DebianRelease.TRIXIE)).isEmpty();
  }
}
