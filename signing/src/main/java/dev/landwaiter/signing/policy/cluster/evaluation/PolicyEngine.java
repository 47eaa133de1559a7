package dev.landwaiter.signing.policy.cluster.evaluation;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.policy.cluster.AuthorityResult;
import dev.landwaiter.signing.policy.cluster.ClusterImagePolicy;
import dev.landwaiter.signing.policy.cluster.ImageResult;
import dev.landwaiter.signing.policy.cluster.PolicyAuthority;
import dev.landwaiter.signing.policy.cluster.PolicyDocuments;
import dev.landwaiter.signing.policy.cluster.PolicyResult;
import dev.landwaiter.signing.policy.cluster.PolicyText;
import dev.landwaiter.signing.policy.cluster.ResourceObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges images by ClusterImagePolicies: all that are about an image must pass, in each any one
/// authority suffices. Whatever goes wrong on the way denies.
///
/// May be used by several threads; it remembers trusted roots and policies in Rego that it fetched.
public final class PolicyEngine {
  private final PolicyDocuments documents;
  private final Rules rules;
  private final Surroundings around;
  private final Trusts trusts;
  private final PolicyTexts texts;

  public PolicyEngine(PolicyDocuments documents, Rules rules, Surroundings around) {
    this.documents = documents;
    this.rules = rules;
    this.around = around;
    trusts = new Trusts(documents, around);
    texts = new PolicyTexts(around);
  }

  /// What no policy says.
  ///
  /// @param noMatch what becomes of an image that no policy is about
  /// @param failOnEmpty whether a policy without authorities fails
  public record Rules(NoMatch noMatch, boolean failOnEmpty) {
    public static final Rules STANDARD = new Rules(NoMatch.DENY, true);
  }

  /// What becomes of an image that no policy is about.
  public enum NoMatch {
    DENY,
    WARN,
    ALLOW
  }

  /// Judges one image.
  ///
  /// @param written its reference
  /// @param object that uses it, where one is known
  public ImageResult judge(String written, Optional<ResourceObject> object) {
    Reference image;
    try {
      image = Reference.parse(written);
    } catch (ImageException e) {
      return denied(written, Refusal.of(FailureClass.USAGE, String.valueOf(e.getMessage())));
    }
    List<ClusterImagePolicy> about = new ArrayList<>();
    for (ClusterImagePolicy each : documents.policies()) {
      if (each.isAbout(object)
          && each.images().stream().anyMatch(pattern -> pattern.fits(image, written))) {
        about.add(each);
      }
    }
    if (about.isEmpty()) {
      return unmatched(written);
    }
    List<PolicyResult> results = new ArrayList<>();
    var material = new ImageMaterial(image, around);
    try (material) {
      for (ClusterImagePolicy each : about) {
        results.add(judge(each, material, object));
      }
    } catch (IOException e) {
      return denied(written, Refusal.of(FailureClass.TRANSPORT, String.valueOf(e.getMessage())));
    }
    return new ImageResult(written, material.known(), results, List.of(), List.of());
  }

  private static ImageResult denied(String written, Refusal why) {
    return new ImageResult(written, Optional.empty(), List.of(), List.of(why), List.of());
  }

  private ImageResult unmatched(String written) {
    return switch (rules.noMatch()) {
      case DENY ->
          denied(
              written,
              Refusal.of(FailureClass.POLICY, "no policy is about the image, so none allows it"));
      case WARN ->
          new ImageResult(
              written,
              Optional.empty(),
              List.of(),
              List.of(),
              List.of("no policy is about the image"));
      case ALLOW -> new ImageResult(written, Optional.empty(), List.of(), List.of(), List.of());
    };
  }

  private PolicyResult judge(
      ClusterImagePolicy policy, ImageMaterial material, Optional<ResourceObject> object) {
    List<AuthorityResult> results = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    try {
      if (policy.authorities().isEmpty() && rules.failOnEmpty()) {
        refusals.add(Refusal.of(FailureClass.POLICY, "the policy has no authority"));
      }
      authorities(policy, material, results);
      boolean passed =
          refusals.isEmpty()
              && (results.isEmpty() || results.stream().anyMatch(AuthorityResult::passed));
      if (passed && policy.policy().isPresent()) {
        warnings.addAll(over(policy.policy().get(), results, material, object));
      }
    } catch (RefusedException e) {
      refusals.add(e.refusal());
    } catch (IOException e) {
      refusals.add(Refusal.of(FailureClass.TRANSPORT, String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      // Nobody knows what was not checked: that is no pass.
      refusals.add(Refusal.of(FailureClass.POLICY, "an internal error: " + e));
    }
    results.forEach(each -> warnings.addAll(each.warnings()));
    return new PolicyResult(policy.name(), policy.mode(), results, refusals, warnings);
  }

  /// Asks the authorities: those first that need no look at the image. Without a policy over all of
  /// them the first that passes ends it.
  private void authorities(
      ClusterImagePolicy policy, ImageMaterial material, List<AuthorityResult> results) {
    List<PolicyAuthority> order = new ArrayList<>();
    for (boolean fixed : List.of(true, false)) {
      for (PolicyAuthority each : policy.authorities()) {
        if (each.word() instanceof PolicyAuthority.Word.Static == fixed) {
          order.add(each);
        }
      }
    }
    for (PolicyAuthority each : order) {
      AuthorityResult result = new AuthorityJudge(each, material, around, texts).judge(trusts);
      results.add(result);
      if (result.passed() && policy.policy().isEmpty()) {
        return;
      }
    }
  }

  private List<String> over(
      PolicyText text,
      List<AuthorityResult> results,
      ImageMaterial material,
      Optional<ResourceObject> object)
      throws IOException {
    Map<String, Value> configurations =
        text.configFile()
            ? around.places().configurations(material.image(), material.digest())
            : Map.of();
    return texts
        .read(text)
        .require(
            "the authorities",
            PolicyInput.of(text, results, configurations, object),
            around.world());
  }
}
