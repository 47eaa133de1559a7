package dev.landwaiter.signing.policy.cluster.reading;

import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.cluster.ClusterImagePolicy;
import dev.landwaiter.signing.policy.cluster.ImagePattern;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority;
import dev.landwaiter.signing.policy.cluster.PolicyText;
import dev.landwaiter.signing.policy.cluster.ResourceMatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what a ClusterImagePolicy specifies.
record SpecReader(String name, List<String> warnings) {
  private static final int MOST = 1_000;

  ClusterImagePolicy read(Field top) throws RefusedException {
    Field spec = top.require("spec").only("images", "match", "mode", "authorities", "policy");
    List<ImagePattern> images = new ArrayList<>();
    for (Field each : bounded(spec, "images")) {
      images.add(pattern(each.only("glob").require("glob")));
    }
    if (images.isEmpty()) {
      throw spec.wrong("at least one image is wanted in 'images'");
    }
    List<ResourceMatch> matches = new ArrayList<>();
    for (Field each : bounded(spec, "match")) {
      matches.add(MatchReader.read(each));
    }
    List<PolicyAuthority> authorities = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Field each : bounded(spec, "authorities")) {
      PolicyAuthority read = new AuthorityReader(warnings).read(each, authorities.size());
      if (!names.add(read.name())) {
        warnings.add(each.where() + ": there is more than one authority '" + read.name() + "'");
      }
      authorities.add(read);
    }
    Optional<Field> policy = spec.get("policy");
    Optional<PolicyText> text =
        policy.isEmpty() ? Optional.empty() : Optional.of(TextReader.ofPolicy(policy.get()));
    if (authorities.isEmpty()) {
      warnings.add(top.where() + ": the policy " + name + " has no authority: no image passes it");
    }
    return new ClusterImagePolicy(
        name, top.where(), images, matches, mode(spec), authorities, text);
  }

  private static ClusterImagePolicy.Mode mode(Field spec) throws RefusedException {
    return switch (spec.text("mode")) {
      case "", "enforce" -> ClusterImagePolicy.Mode.ENFORCE;
      case "warn" -> ClusterImagePolicy.Mode.WARN;
      default -> throw spec.require("mode").wrong("the mode is 'enforce' or 'warn'");
    };
  }

  private static ImagePattern pattern(Field glob) throws RefusedException {
    if (!ImagePattern.isValid(glob.text())) {
      throw glob.wrong(
          "a pattern has between 1 and 1000 letters, digits and characters of - _ : / * . @");
    }
    return new ImagePattern(glob.text());
  }

  static List<Field> bounded(Field field, String name) throws RefusedException {
    List<Field> all = field.list(name);
    if (all.size() > MOST) {
      throw field.wrong("there are more than " + MOST + " of '" + name + "'");
    }
    return all;
  }
}
