package dev.landwaiter.dockerfile.output.all;

import dev.landwaiter.dockerfile.output.ReportFormat;
import dev.landwaiter.dockerfile.output.classic.Checkstyle;
import dev.landwaiter.dockerfile.output.classic.ClassicJson;
import dev.landwaiter.dockerfile.output.classic.ClassicSarif;
import dev.landwaiter.dockerfile.output.classic.Codacy;
import dev.landwaiter.dockerfile.output.classic.CodeClimate;
import dev.landwaiter.dockerfile.output.classic.GitlabCodeClimate;
import dev.landwaiter.dockerfile.output.classic.Gnu;
import dev.landwaiter.dockerfile.output.classic.Junit;
import dev.landwaiter.dockerfile.output.classic.SonarQube;
import dev.landwaiter.dockerfile.output.classic.Tty;
import dev.landwaiter.dockerfile.output.own.BuildJson;
import dev.landwaiter.dockerfile.output.own.BuildText;
import dev.landwaiter.dockerfile.output.own.OwnJson;
import dev.landwaiter.dockerfile.output.own.Sarif;
import dev.landwaiter.dockerfile.output.own.Terminal;
import java.util.List;
import java.util.Optional;

/// The report formats by name.
public final class Formats {
  /// The names that hadolint has.
  public static final List<String> CLASSIC =
      List.of(
          "tty",
          "json",
          "checkstyle",
          "codeclimate",
          "gitlab_codeclimate",
          "gnu",
          "codacy",
          "sonarqube",
          "sarif",
          "junit");

  /// The names of our own command.
  public static final List<String> OWN =
      List.of(
          "native",
          "json",
          "sarif",
          "tty",
          "gnu",
          "checkstyle",
          "codeclimate",
          "gitlab_codeclimate",
          "codacy",
          "sonarqube",
          "junit",
          "buildkit",
          "buildkit-json");

  private Formats() {}

  /// The format that hadolint calls so.
  public static Optional<ReportFormat> classic(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "tty" -> new Tty();
          case "json" -> new ClassicJson();
          case "checkstyle" -> new Checkstyle();
          case "codeclimate" -> new CodeClimate();
          case "gitlab_codeclimate" -> new GitlabCodeClimate();
          case "gnu" -> new Gnu();
          case "codacy" -> new Codacy();
          case "sonarqube" -> new SonarQube();
          case "sarif" -> new ClassicSarif();
          case "junit" -> new Junit();
          default -> null;
        });
  }

  /// The format that our own command calls so.
  public static Optional<ReportFormat> own(String name) {
    return switch (name) {
      case "native" -> Optional.of(new Terminal());
      case "json" -> Optional.of(new OwnJson());
      case "sarif" -> Optional.of(new Sarif());
      case "buildkit" -> Optional.of(new BuildText());
      case "buildkit-json" -> Optional.of(new BuildJson());
      default -> classic(name);
    };
  }
}
