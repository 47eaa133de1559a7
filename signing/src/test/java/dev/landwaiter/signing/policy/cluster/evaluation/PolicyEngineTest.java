package dev.landwaiter.signing.policy.cluster.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.policy.cluster.AuthorityResult;
import dev.landwaiter.signing.policy.cluster.ClusterImagePolicy;
import dev.landwaiter.signing.policy.cluster.ImageResult;
import dev.landwaiter.signing.policy.cluster.PolicyDocuments;
import dev.landwaiter.signing.policy.cluster.PolicyResult;
import dev.landwaiter.signing.policy.cluster.ResourceObject;
import dev.landwaiter.signing.policy.cluster.reading.PolicyReader;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebAnswer;
import dev.landwaiter.signing.service.WebRequest;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.place.Stores;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule of the policies of clusters over recorded images.
class PolicyEngineTest {
  private static final Instant NOW = Instant.parse("2026-11-23T17:01:00Z");
  private static final ResourceObject POD =
      new ResourceObject(
          json(
              """
              {"apiVersion": "v1", "kind": "Pod",
               "metadata": {"name": "shop-1", "labels": {"app": "shop"}},
               "spec": {"containers": [{"image": "registry.test/app:v1"}]}}
              """));

  static List<PolicyCases.Case> cases() {
    return PolicyCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyRule(PolicyCases.Case row) throws Exception {
    PolicyDocuments documents =
        new PolicyReader()
            .add("case.yaml", Bytes.utf8(row.documents()))
            .add(
                "trust-roots.yaml",
                Bytes.utf8(PolicyCases.resource(PolicyEngineTest.class, "trust-roots.yaml")))
            .finish();
    var engine =
        new PolicyEngine(documents, PolicyEngine.Rules.STANDARD, around(documents, row.layout()));
    ImageResult result = engine.judge(row.image(), Optional.of(POD));
    assertThat(result.decision().name().toLowerCase(Locale.ROOT))
        .as(result.toString())
        .isEqualTo(row.decision());
    if (row.decision().equals("denied")) {
      assertThat(result.reasons()).isNotEmpty();
    }
    if (!row.reason().isEmpty()) {
      assertThat(result.reasons().stream().map(each -> each.kind().id()).toList())
          .as(result.reasons().toString())
          .contains(row.reason());
    }
    assertThat(
            result.reasons().stream().map(Refusal::message).toList()
                + result.policies().stream().map(PolicyResult::warnings).toList().toString())
        .contains(row.said());
  }

  @ParameterizedTest
  @CsvSource({"DENY,DENIED", "WARN,WARNED", "ALLOW,ALLOWED"})
  void imagesThatNoPolicyIsAbout(PolicyEngine.NoMatch rule, ImageResult.Decision decision)
      throws Exception {
    PolicyDocuments nothing = new PolicyReader().finish();
    var rules = new PolicyEngine.Rules(rule, true);
    var engine = new PolicyEngine(nothing, rules, around(nothing, "none"));
    assertThat(engine.judge("registry.test/app:v1", Optional.empty()).decision())
        .isEqualTo(decision);
  }

  @Test
  void whereNothingIsKnownOfTheObjectThePolicyIsAboutIt() throws Exception {
    PolicyDocuments documents =
        new PolicyReader()
            .add(
                "p",
                Bytes.utf8(
                    PolicyCases.policy(
                        """
                          match: [{group: apps, version: v1, resource: deployments}]
                          authorities: [{static: {action: fail}}]
                        """)))
            .finish();
    var rules = new PolicyEngine.Rules(PolicyEngine.NoMatch.ALLOW, true);
    var engine = new PolicyEngine(documents, rules, around(documents, "none"));
    assertThat(engine.judge("a", Optional.empty()).decision())
        .isEqualTo(ImageResult.Decision.DENIED);
    assertThat(engine.judge("a", Optional.of(POD)).decision())
        .isEqualTo(ImageResult.Decision.ALLOWED);
  }

  @Test
  void aPolicyWithoutAuthoritiesPassesOnlyWhereThatIsWanted() throws Exception {
    PolicyDocuments documents =
        new PolicyReader().add("p", Bytes.utf8(PolicyCases.policy(""))).finish();
    var rules = new PolicyEngine.Rules(PolicyEngine.NoMatch.DENY, false);
    var engine = new PolicyEngine(documents, rules, around(documents, "none"));
    assertThat(engine.judge("a", Optional.empty()).decision())
        .isEqualTo(ImageResult.Decision.ALLOWED);
    assertThat(documents.warnings()).singleElement().asString().contains("no authority");
  }

  /// The address of an authority is not a word beside others: certificates of another are refused.
  @Test
  void onlyTheAuthorityThatIsNamedCounts() throws Exception {
    for (String url : List.of("http://127.0.0.1:5514/fulcio", "https://other.test")) {
      PolicyDocuments documents =
          new PolicyReader()
              .add(
                  "p",
                  Bytes.utf8(
                      PolicyCases.policy(
                          """
                            authorities:
                            - keyless:
                                url: %s
                                identities: [{issuerRegExp: '^.*$', subjectRegExp: '^.*$'}]
                          """
                              .formatted(url))))
              .finish();
      Surroundings good = around(documents, "n-kl-v1");
      TrustedRoot root = good.standard().root();
      List<Authority> authorities = new ArrayList<>(root.certificateAuthorities());
      authorities.add(
          new Authority(
              "https://other.test",
              List.of(CertificateDraft.authority("other").selfSigned().certificate()),
              Window.OPEN));
      var both =
          new TrustedRoot(
              root.logs(), root.certificateLogs(), authorities, root.timestampAuthorities());
      var around =
          new Surroundings(
              good.places(),
              good.options(),
              () -> both,
              good.web(),
              good.objects(),
              good.now(),
              good.world(),
              good.namespace());
      ImageResult result =
          new PolicyEngine(documents, PolicyEngine.Rules.STANDARD, around)
              .judge("registry.test/app:v1", Optional.empty());
      assertThat(result.decision())
          .as(result.toString())
          .isEqualTo(
              url.endsWith(".test") ? ImageResult.Decision.DENIED : ImageResult.Decision.ALLOWED);
    }
  }

  /// Trouble of any kind, also of kinds that nobody foresaw, lets nobody pass.
  @Test
  void everyErrorDenies() throws Exception {
    PolicyDocuments documents =
        new PolicyReader()
            .add(
                "p",
                Bytes.utf8(
                    PolicyCases.policy(
                        """
                          authorities:
                          - key: {secretRef: {name: k}}
                        """)))
            .finish();
    Surroundings good = around(documents, "l-one");
    for (Surroundings.Objects each :
        List.<Surroundings.Objects>of(
            name -> {
              throw new IOException("broken");
            },
            name -> {
              throw new IllegalStateException("a bug");
            },
            name -> {
              throw new RefusedException(FailureClass.TRANSPORT, "nobody answers");
            },
            name -> Optional.of(Map.of()),
            name -> Optional.of(Map.of("key", Bytes.EMPTY)))) {
      var around =
          new Surroundings(
              good.places(),
              good.options(),
              good.standard(),
              good.web(),
              each,
              good.now(),
              good.world(),
              good.namespace());
      ImageResult result =
          new PolicyEngine(documents, PolicyEngine.Rules.STANDARD, around)
              .judge("registry.test/app:v1", Optional.empty());
      assertThat(result.decision()).isEqualTo(ImageResult.Decision.DENIED);
      assertThat(result.reasons()).isNotEmpty();
    }
  }

  /// What was verified is named by its digest, and everything that was refused stays in the result.
  @Test
  void theResultTellsAll() throws Exception {
    String keys =
        PolicyCases.all().stream()
            .filter(each -> each.name().equals("any one authority suffices"))
            .findFirst()
            .orElseThrow()
            .documents();
    PolicyDocuments documents = new PolicyReader().add("p", Bytes.utf8(keys)).finish();
    ImageResult result =
        new PolicyEngine(documents, PolicyEngine.Rules.STANDARD, around(documents, "l-one"))
            .judge("registry.test/app:v1", Optional.empty());
    assertThat(result.digest().orElseThrow().encoded()).startsWith("33c09eeb");
    PolicyResult policy = result.policies().getFirst();
    assertThat(policy.mode()).isEqualTo(ClusterImagePolicy.Mode.ENFORCE);
    assertThat(policy.authorities()).hasSize(2);
    AuthorityResult first = policy.authorities().getFirst();
    assertThat(first.passed()).isFalse();
    assertThat(first.refusals())
        .singleElement()
        .satisfies(each -> assertThat(each.kind()).isEqualTo(FailureClass.SIGNATURE));
    assertThat(policy.authorities().getLast().signatures()).hasSize(1);
  }

  /// The image in a layout. Signatures of `registry.test/signatures` lie there too, and those of
  /// `registry.test/locked` for whom has the secret.
  private static Surroundings around(PolicyDocuments documents, String layout) {
    Surroundings.Places places =
        new Surroundings.Places() {
          @Override
          public SignatureStore open(Reference image, StoreOptions options, List<String> secrets)
              throws IOException {
            if (layout.equals("none")) {
              throw new AssertionError("nobody may look at the image");
            }
            String place = options.repository().map(Reference::canonicalName).orElse("");
            boolean there =
                place.isEmpty()
                    || place.equals("registry.test/signatures")
                    || (place.equals("registry.test/locked") && secrets.contains("opens"));
            if (place.equals("registry.test/locked") && !there) {
              throw new RefusedException(FailureClass.TRANSPORT, "it wants a login");
            }
            Path folder =
                PolicyCases.RECORDED
                    .resolve("layouts")
                    .resolve(there ? layout : "a-new-r2-fallback-0");
            return Stores.layout(folder, options);
          }

          @Override
          public Map<String, Value> configurations(Reference image, Digest digest) {
            return Map.of("linux/amd64", json("{\"config\": {\"User\": \"1000\"}}"));
          }
        };
    return new Surroundings(
        places,
        StoreOptions.STANDARD,
        () -> standard(layout),
        web(),
        documents::object,
        NOW,
        new ClosedWorld(() -> NOW, System::nanoTime, new SplittableRandom(1)),
        Surroundings.NAMESPACE);
  }

  private static TrustedRoot standard(String layout) throws IOException {
    if (layout.equals("none")) {
      throw new AssertionError("nobody may ask for trust");
    }
    Path file = PolicyCases.RECORDED.resolve("trust/root-all.json");
    return TrustedRootReader.read("root-all.json", Bytes.of(Files.readAllBytes(file)));
  }

  private static Web web() {
    return (WebRequest request) -> {
      String host = request.uri().getHost();
      Path file = PolicyCases.RECORDED.resolve("tuf" + request.uri().getPath());
      if (host.equals("tuf.test") && Files.exists(file)) {
        return new WebAnswer(request.uri(), 200, Map.of(), Bytes.of(Files.readAllBytes(file)));
      }
      if (request.uri().toString().equals("https://policies.test/pass.rego")) {
        return new WebAnswer(
            request.uri(), 200, Map.of(), Bytes.utf8("package sigstore\nisCompliant = true\n"));
      }
      return new WebAnswer(request.uri(), 404, Map.of(), Bytes.EMPTY);
    };
  }

  private static ObjectValue json(String text) {
    try {
      return (ObjectValue) Json.parseStrict("json", text.getBytes(StandardCharsets.UTF_8));
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }
}
