package dev.landwaiter.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All cases of the Sigstore conformance suite, each refusal for the right reason.
class SigstoreConformanceTest {
  private static Map<String, String> expected() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (InputStream in =
        SigstoreConformanceTest.class.getResourceAsStream("/verify/sigstore.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int space = line.indexOf(' ');
        all.put(line.substring(0, space), line.substring(space + 1));
      }
    }
    return all;
  }

  static List<String> cases() throws IOException {
    try (var folders = Files.list(SigstoreCases.FOLDER)) {
      return folders
          .filter(Files::isDirectory)
          .map(each -> each.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void allSeventyAreThere() throws Exception {
    assertThat(cases()).hasSize(70).containsExactlyElementsOf(expected().keySet());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void judgesAsTheSuiteWants(String name) throws Exception {
    String found =
        switch (SigstoreCases.verify(name)) {
          case Outcome.Accepted accepted -> "accepted";
          case Outcome.Refused refused -> refused.refusal().kind().id();
        };
    assertThat(found).as(name).isEqualTo(expected().get(name));
    assertThat(found.equals("accepted")).isEqualTo(!name.endsWith("_fail"));
  }
}
