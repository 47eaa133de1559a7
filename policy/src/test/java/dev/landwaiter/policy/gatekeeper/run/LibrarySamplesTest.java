package dev.landwaiter.policy.gatekeeper.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The samples beside the templates of the library: their names say what becomes of them.
class LibrarySamplesTest {
  @Test
  void samplesAreAllowedAndRefusedAsTheirNamesSay() throws Exception {
    List<String> wrong = new ArrayList<>();
    int samples = 0;
    for (Path constraint : files("constraint.yaml")) {
      Path folder = constraint.resolveSibling(".").normalize();
      Path template = folder.resolve("../../template.yaml");
      Client client =
          Objects.client(Files.readString(template) + "\n---\n" + Files.readString(constraint));
      for (Path sample : files(folder, ".yaml")) {
        String name = folder.relativize(sample).toString();
        boolean allowed =
            name.contains("exempt") || (name.contains("allowed") && !name.contains("disallowed"));
        Resource object = Objects.one(Files.readString(sample));
        boolean judgeable =
            (allowed || name.contains("disallowed"))
                && !object.type().kind().equals("AdmissionReview");
        if (judgeable && !name.contains("inventory") && !isReferential(folder)) {
          samples++;
          List<String> messages = Objects.messages(client, Files.readString(sample));
          if (messages.isEmpty() != allowed) {
            wrong.add(sample + ": " + messages);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(samples).isGreaterThan(60);
  }

  /// These need other objects; the suites bring them.
  private static boolean isReferential(Path folder) {
    return folder.toString().contains("unique") || folder.toString().contains("disruption");
  }

  private static List<Path> files(String ending) throws IOException {
    return files(Shared.path("conformance/gatekeeper-library"), ending);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> each.toString().endsWith(ending)).sorted().toList();
    }
  }
}
