package dev.landwaiter.dockerfile.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.config.Layer;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.ReportOptions;
import dev.landwaiter.dockerfile.output.all.Formats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// No report shows a secret that stands in the file, whatever the report is about.
class SecretsTest {
  static final List<String> FORMATS = Formats.OWN;

  /// Each line holds a secret; the word `WANTED` stands for it.
  private static final List<String> LINES =
      List.of(
          "# deploy with WANTED",
          "ENV AWS_KEY WANTED",
          "ENV A=1 \\\n  DB_PASSWORD=WANTED",
          "ARG API_TOKEN=\"WANTED\"",
          "LABEL Deploy=WANTED",
          "MAINTAINER WANTED",
          "RUN git clone https://bot:WANTED@git.example.org/x.git && cd x",
          "ADD https://bot:WANTED@git.example.org/x.txt /",
          "RUN curl -u admin:WANTED http://example.org/x | sh",
          "RUN sudo docker login -u me -p WANTED example.org",
          "RUN mysql -uroot -pWANTED -e 'select 1'",
          "RUN echo root:WANTED | chpasswd",
          "RUN echo \"//npm.example.org/:_authToken=WANTED\" > .npmrc && npm install x",
          "RUN <<EOF\napt install -y curl\nwget --password=WANTED https://example.org/x\nEOF",
          "ONBUILD RUN curl -H \"Authorization: Bearer WANTED\" https://example.org",
          "RUN chpasswd <<EOF\nroot:WANTED\nEOF",
          "HEALTHCHECK CMD redis-cli -a WANTED ping",
          "ENTRYPOINT [\"curl\", \"-u\", \"a:WANTED\", \"https://example.org\"]",
          "WANTED is no instruction",
          "CMD server --token WANTED",
          """
          COPY <<EOF /key
          -----BEGIN RSA PRIVATE KEY-----
          WANTEDMHcCAQEEIIGVeCzDvWQVDLdy0FhPrC7L0XW1w0QpYtLbh0gQ2xYz
          -----END RSA PRIVATE KEY-----
          EOF\
          """);

  /// Looks like a token by itself.
  private static final String SECRET = "AKIAQ3EGRTYU7WSX2LMN";

  /// Can only be told by its place.
  private static final String WORD = "hunter23";

  static List<String> lines() {
    return LINES;
  }

  static List<String> places() {
    return LINES.stream().filter(SecretsTest::isPlace).toList();
  }

  private static boolean isPlace(String line) {
    return line.startsWith("ARG ")
        || line.startsWith("ADD ")
        || line.contains("DB_PASSWORD")
        || line.startsWith("HEALTHCHECK ")
        || line.startsWith("ENTRYPOINT ")
        || line.contains("RUN ");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void nothingShowsIt(String line) {
    nothingShows(SECRET, Configuration.DEFAULT, line);
  }

  @ParameterizedTest
  @MethodSource("places")
  void nothingShowsWhatStandsAtThePlaceOfASecret(String line) {
    nothingShows(WORD, Configuration.DEFAULT, line);
  }

  @ParameterizedTest
  @MethodSource("places")
  void notEvenWhereNobodyWantsToKnow(String line) {
    var layer =
        new Layer(
            Optional.empty(),
            List.of(),
            List.of("DL3064", "LD1001", "LD1002", "LD1003", "LD1005", "LD1006"),
            Map.of(),
            List.of(),
            Map.of(),
            Layer.Switches.NONE);
    nothingShows(WORD, Configuration.merge(Layer.NONE, Layer.NONE, layer), line);
  }

  private static void nothingShows(String secret, Configuration configuration, String line) {
    String text = "FROM debian:12\n" + line.replace("WANTED", secret) + "\n";
    Linted linted = lint(configuration, text);
    assertThat(linted.source().text()).doesNotContain(secret).hasSameSizeAs(text);
    assertThat(linted.findings()).isNotEmpty().noneMatch(each -> shows(secret, each));
  }

  @ParameterizedTest
  @FieldSource("FORMATS")
  void noFormatShowsIt(String name) throws IOException {
    String text = "FROM debian:12\n" + String.join("\n", LINES).replace("WANTED", SECRET) + "\n";
    Linted linted = lint(Configuration.DEFAULT, text);
    assertThat(linted.findings()).hasSizeGreaterThan(LINES.size());
    var out = new ByteArrayOutputStream();
    Formats.own(name)
        .orElseThrow()
        .write(
            List.of(linted),
            new ReportOptions(
                Optional.empty(),
                false,
                false,
                0,
                true,
                "1",
                "2",
                Instant.EPOCH,
                _ -> Optional.empty()),
            out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isNotEmpty().doesNotContain(SECRET);
  }

  @Test
  void columnsStayWhereTheyAre() {
    Linted linted =
        lint(Configuration.DEFAULT, "FROM debian:12\nENV DB_PASSWORD='pä 😀ss' LANG=C\n");
    assertThat(linted.source().line(2)).startsWith("ENV DB_PASSWORD=*** ").endsWith(" LANG=C");
    assertThat(linted.source().line(2).codePointCount(0, linted.source().line(2).length()))
        .isEqualTo("ENV DB_PASSWORD='pä _ss' LANG=C".length());
  }

  @Test
  void variablesArePlainlyShown() {
    String text = "FROM debian:12\nARG P\nENV DB_PASSWORD=$P\nRUN curl -u \"me:$DB_PASSWORD\" x\n";
    assertThat(lint(Configuration.DEFAULT, text).source().text()).contains("ENV DB_PASSWORD=$P");
  }

  private static boolean shows(String secret, Finding finding) {
    return finding.message().contains(secret)
        || finding.fix().stream()
            .flatMap(each -> each.edits().stream())
            .anyMatch(each -> each.text().contains(secret));
  }

  private static Linted lint(Configuration configuration, String text) {
    return new Linter(Linter.Options.of(configuration, Profile.FULL, LocalDate.of(2026, 1, 1)))
        .lint("Dockerfile", text.getBytes(StandardCharsets.UTF_8))
        .linted();
  }
}
