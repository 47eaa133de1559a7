package dev.landwaiter.policy.gatekeeper.run;

import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.ReviewException;
import dev.landwaiter.policy.gatekeeper.read.ManifestReader;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriver;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriverSettings;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.builtin.all.Builtins;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// Objects and clients for tests.
final class Objects {
  private Objects() {}

  static List<Manifest> all(String yaml) {
    ManifestReader.Content content =
        ManifestReader.read("test.yaml", yaml.getBytes(StandardCharsets.UTF_8), false);
    if (!content.problems().isEmpty()) {
      throw new AssertionError(content.problems().toString());
    }
    return content.manifests();
  }

  static Resource one(String yaml) {
    return all(yaml).getFirst().resource();
  }

  static Client client() {
    var world = new ClosedWorld(() -> Instant.EPOCH, () -> 0, new SplittableRandom(1));
    return new Client(
        List.of(
            new RegoDriver(
                new RegoDriverSettings(
                    world, () -> Budget.NONE, Builtins.all(), Set.of(), true, false))));
  }

  /// A client with the templates and constraints of a text; other objects are data.
  static Client client(String yaml) throws RefusedException {
    Client client = client();
    List<Manifest> manifests = all(yaml);
    for (Manifest each : manifests) {
      if (each.resource().isTemplate()) {
        var _ = client.addTemplate(each.resource());
      }
    }
    for (Manifest each : manifests) {
      if (each.resource().isConstraint()) {
        var _ = client.addConstraint(each.resource());
      } else if (!each.resource().isTemplate()) {
        client.addData(each.resource());
      }
    }
    return client;
  }

  static Review review(Resource object) {
    return Review.of(object, Optional.empty(), Review.Origin.ORIGINAL);
  }

  static Response response(Client client, String object) throws ReviewException {
    return client.review(review(one(object)), ReviewSettings.at(ReviewSettings.GATOR));
  }

  static List<String> messages(Client client, String object) throws ReviewException {
    return response(client, object).results().stream()
        .map(Result::violation)
        .map(violation -> violation.message())
        .toList();
  }
}
