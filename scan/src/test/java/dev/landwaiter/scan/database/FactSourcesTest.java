package dev.landwaiter.scan.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.scan.database.FactSources.Surroundings;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactSourcesTest {
  @TempDir Path folder;

  private FactSources sources(Optional<URI> mirror) {
    return new FactSources(
        new Surroundings(
            folder,
            mirror,
            folder.resolve("cache"),
            folder,
            FetchLimits.DEFAULT,
            ProxySelector.of(null),
            _ -> {},
            _ -> {}));
  }

  private URI mirror() throws IOException {
    return new TestMirror(folder.resolve("mirror"), "trixie-security")
        .add(
            "foo", "foo", "1", TestMirror.changelog("foo", "trixie-security", "1", "CVE-2025-0001"))
        .finish()
        .toUri();
  }

  @Test
  void findsTheArchiveWhereAptDoes() throws IOException {
    Path list = folder.resolve("etc/apt/sources.list.d/debian.sources");
    Files.createDirectories(list.resolveSibling(""));
    Files.writeString(list, "Types: deb\nURIs: " + mirror() + "\nSuites: bookworm-security\n");

    var source = sources(Optional.empty()).named("debian-security:trixie");

    assertThat(source.name()).isEqualTo("debian-security:trixie");
    assertThat(source.read((_, _, _, _) -> {}).facts()).isEqualTo(1);
  }

  @Test
  void aMirrorThatIsNamedIsUsedInstead() throws IOException {
    var source = sources(Optional.of(mirror())).named("debian-security:trixie-security");
    assertThat(source.read((_, _, _, _) -> {}).facts()).isEqualTo(1);
  }

  @Test
  void withoutAnArchiveOrAWayToItTheSourceSaysSo() throws IOException {
    var nowhere = sources(Optional.empty()).named("debian-security:trixie");
    assertThatThrownBy(() -> nowhere.read((_, _, _, _) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("apt of this system names no security archive of Debian: give --mirror");
    var odd =
        sources(Optional.of(URI.create("ftp://mirror.example/"))).named("debian-security:trixie");
    assertThatThrownBy(() -> odd.read((_, _, _, _) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessage("the mirror ftp://mirror.example/ is none of http:, https: and file:");
  }

  @Test
  void asksASystemForItsRelease() throws IOException {
    Path release = Files.createDirectories(folder.resolve("etc")).resolve("os-release");
    Files.writeString(release, "NAME=\"A\"\nID=debian\nVERSION_ID=\"11\"\n");
    assertThat(sources(Optional.empty()).named("debian-installed:" + folder).name())
        .isEqualTo("debian-installed:bullseye");

    Files.writeString(release, "ID=ubuntu\nVERSION_ID=\"11\"\n");
    assertThatThrownBy(() -> sources(Optional.empty()).named("debian-installed:" + folder))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "debian-security:sarge | unknown release in debian-security:sarge: there are buster, bullseye, bookworm, trixie",
        "nvd | unknown source nvd: there are"
      })
  void otherNamesAreRefused(String from, String message) {
    assertThatThrownBy(() -> sources(Optional.empty()).named(from))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Acquire::http::Proxy \"http://proxy.example:3142/\"; | http://proxy.example:3142/",
        "acquire::HTTP::proxy \"DIRECT\"; | ''",
        "// Acquire::http::Proxy \"http://proxy.example:3142/\"; | ''",
        "Acquire::https::Proxy \"http://proxy.example:3142/\"; | ''"
      })
  void readsTheProxyOfApt(String line, String expected) throws IOException {
    Path conf = Files.createDirectories(folder.resolve("etc/apt/apt.conf.d")).resolve("01proxy");
    Files.writeString(conf, "APT::Get \"x\";\n" + line + "\n");
    assertThat(AptSources.proxyOfSystem(folder).map(URI::toString).orElse("")).isEqualTo(expected);
  }

  @Test
  void noMessageShowsThePasswordInAnAddress() throws IOException {
    for (String address :
        List.of(
            "ftp://me:s3cret@mirror.example/",
            "http://me:s3cret@127.0.0.1:1/",
            "http://me:s3cret@h_t/")) {
      var source = sources(Optional.of(URI.create(address))).named("debian-security:trixie");
      assertThatThrownBy(() -> source.read((_, _, _, _) -> {}))
          .isInstanceOf(IOException.class)
          .hasMessageNotContaining("s3cret");
    }
    for (String place : List.of("osv:https://me:s3cret@/all.zip", "osv:https://me:s3cret[@h/a")) {
      assertThatThrownBy(() -> sources(Optional.empty()).named(place))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("osv")
          .hasMessageNotContaining("s3cret");
    }
  }
}
