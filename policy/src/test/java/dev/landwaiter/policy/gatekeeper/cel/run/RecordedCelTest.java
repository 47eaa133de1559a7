package dev.landwaiter.policy.gatekeeper.cel.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.read.ManifestReader;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.policy.gatekeeper.run.ReviewSettings;
import dev.landwaiter.testing.Shared;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Runs of gator with templates in CEL: which constraint says what of which object.
class RecordedCelTest {
  @Test
  void theSameViolations() throws Exception {
    int rows = 0;
    List<String> differences = new ArrayList<>();
    for (String line : Files.readAllLines(Shared.path("conformance/gator/cases.jsonl"))) {
      Value row = Json.parse("cases.jsonl", line);
      if (row.text("id").startsWith("gt-cel-") && !switchedOff(row)) {
        rows++;
        String wanted = wanted(row);
        String got = run(row);
        if (!got.equals(wanted)) {
          differences.add(row.text("id") + "\nwanted:\n" + wanted + "\ngot:\n" + got);
        }
      }
    }
    assertThat(differences).isEmpty();
    assertThat(rows).isGreaterThan(25);
  }

  private static boolean switchedOff(Value row) {
    return row.get("args").orElseThrow().elements().stream()
        .anyMatch(argument -> argument.asText().contains("enable-k8s-native-validation=false"));
  }

  private static String wanted(Value row) {
    String error = row.text("stderr").strip();
    if (!error.isEmpty()) {
      return error.substring(error.lastIndexOf("invalid failure policy"));
    }
    List<String> all = new ArrayList<>();
    for (Value result : row.get("results").map(Value::elements).orElse(List.of())) {
      all.add(
          "%s %s %s %s"
              .formatted(
                  result.text("constraint"),
                  result.text("enforcementAction"),
                  result.text("object"),
                  result.text("msg")));
    }
    return String.join("\n", all);
  }

  private static String run(Value row) throws Exception {
    List<String> arguments =
        row.get("args").orElseThrow().elements().stream().map(Value::asText).toList();
    int flag = arguments.indexOf("--default-k8s-native-validation-failure-policy");
    try {
      var policy = FailurePolicy.of(flag < 0 ? "Fail" : arguments.get(flag + 1));
      return String.join(
          "\n", review(new Client(List.of(new CelDriver(policy, (_, _) -> {}))), objects(row)));
    } catch (RefusedException e) {
      return e.text();
    }
  }

  private static List<Resource> objects(Value row) {
    List<Resource> all = new ArrayList<>();
    for (String file : List.of("t.yaml", "c.yaml", "o.yaml")) {
      byte[] text = row.get("files").orElseThrow().text(file).getBytes(UTF_8);
      for (var manifest : ManifestReader.read(file, text, true).manifests()) {
        all.add(manifest.resource());
      }
    }
    return all;
  }

  private static List<String> review(Client client, List<Resource> objects) throws Exception {
    for (Resource object : objects) {
      if (object.isTemplate()) {
        client.addTemplate(object);
      }
    }
    for (Resource object : objects) {
      if (object.isConstraint()) {
        client.addConstraint(object);
      }
    }
    List<String> all = new ArrayList<>();
    for (Resource object : objects) {
      var review = Review.of(object, Optional.empty(), Review.Origin.ORIGINAL);
      for (Result result :
          client.review(review, ReviewSettings.at(ReviewSettings.GATOR)).results()) {
        all.add(
            "%s/%s %s %s/%s/%s %s"
                .formatted(
                    result.constraint().kind(),
                    result.constraint().name(),
                    result.action(),
                    object.type().apiVersion(),
                    object.type().kind(),
                    object.path(),
                    result.violation().message()));
      }
    }
    all.sort(null);
    return all;
  }
}
