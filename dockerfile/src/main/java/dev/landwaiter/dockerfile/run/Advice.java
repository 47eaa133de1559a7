package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.advice.Adviser;
import dev.landwaiter.dockerfile.advice.Footprint;
import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import java.time.LocalDate;

/// Advice on what the image of a Dockerfile carries.
public final class Advice {
  private Advice() {}

  /// A file that was read, and what can be said of it.
  public record Answer(Dockerfile file, Footprint footprint) {
    /// A report about the file without the secrets that stand in the file.
    public String withoutSecrets(String report) {
      // The day counts for comments alone, and those hide nothing of this.
      var everything =
          new Linter(Linter.Options.of(Configuration.DEFAULT, Profile.FULL, LocalDate.EPOCH));
      return everything.secrets(file).clean(report);
    }
  }

  /// Reads a Dockerfile as a reviewer does who wants a smaller image.
  public static Answer of(byte[] bytes) {
    Dockerfile file = new Parser().parse(bytes);
    CommandView view = Views.of(Profile.FULL, file);
    Build build = Build.of(file, BuildInput.UNKNOWN);
    return new Answer(
        file,
        Adviser.advise(
            file, run -> view.commands(run, () -> build), text -> new Parser().parse(text)));
  }
}
