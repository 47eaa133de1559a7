package dev.landwaiter.policy.gatekeeper.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Manifest;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.ReviewException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {
  private static final String TEMPLATE =
      """
      apiVersion: templates.gatekeeper.sh/v1
      kind: ConstraintTemplate
      metadata: {name: flag}
      spec:
        crd: {spec: {names: {kind: Flag}, validation: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}}
        targets:
        - target: admission.k8s.gatekeeper.sh
          rego: |
            package flag
            violation[{"msg": msg}] {
              c := input.review.object.spec.containers[_]
              c.privileged == true
              msg := sprintf("%v is privileged", [c.name])
            }
      """;

  private static final String CONSTRAINT =
      """
      ---
      apiVersion: constraints.gatekeeper.sh/v1beta1
      kind: Flag
      metadata: {name: c1}
      """;

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: p, namespace: shop}
      spec:
        containers:
        - name: a
        - name: b
          privileged: true
      """;

  @Test
  void whatAConstraintMatchesIsJudgedByItsTemplate() throws Exception {
    Client client = Objects.client(TEMPLATE + CONSTRAINT);
    assertThat(Objects.messages(client, POD)).containsExactly("b is privileged");
    assertThat(Objects.messages(client, POD.replace("true", "false"))).isEmpty();
  }

  @Test
  void aResultPointsToTheValueThatCausedIt() throws Exception {
    Client client = Objects.client(TEMPLATE + CONSTRAINT);
    Manifest pod = Objects.all(POD).getFirst();
    Review review = Objects.review(pod.resource());
    Response response = client.review(review, ReviewSettings.at(ReviewSettings.GATOR));
    Result result = response.results().getFirst();
    List<Value> path = client.places(review, result.constraint()).apply(result.violation());
    assertThat(path)
        .containsExactly(
            Value.of("spec"), Value.of("containers"), Value.of(1), Value.of("privileged"));
    assertThat(pod.document().locator().get().find(path).span().start().line()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "deny | deny | true",
        "warn | warn | false",
        "dryrun | dryrun | false",
        "Deny | Deny | true",
        "'' | '' | true",
        "block | block | true",
      })
  void onlyKnownActionsLetAnObjectPass(String written, String action, boolean denies)
      throws Exception {
    Client client =
        Objects.client(TEMPLATE + CONSTRAINT + "spec: {enforcementAction: '" + written + "'}\n");
    Result result = Objects.response(client, POD).results().getFirst();
    assertThat(result.action()).isEqualTo(action);
    assertThat(result.denies()).isEqualTo(denies);
  }

  @Test
  void scopedActionsAreThoseOfThePoint() throws Exception {
    String scoped =
        """
        spec:
          enforcementAction: scoped
          scopedEnforcementActions:
          - {action: warn, enforcementPoints: [{name: gator.gatekeeper.sh}]}
          - {action: deny, enforcementPoints: [{name: audit.gatekeeper.sh}]}
        """;
    Client client = Objects.client(TEMPLATE + CONSTRAINT + scoped);
    Review review = Objects.review(Objects.one(POD));
    assertThat(actions(client, review, ReviewSettings.GATOR)).containsExactly(List.of("warn"));
    assertThat(actions(client, review, ReviewSettings.AUDIT)).containsExactly(List.of("deny"));
    assertThat(actions(client, review, ReviewSettings.WEBHOOK)).isEmpty();
  }

  private static List<List<String>> actions(Client client, Review review, String point)
      throws ReviewException {
    return client.review(review, ReviewSettings.at(point)).results().stream()
        .map(Result::scopedActions)
        .toList();
  }

  @Test
  void aConstraintWithoutItsTemplateIsRefused() {
    assertThatThrownBy(() -> Objects.client(CONSTRAINT))
        .isInstanceOf(RefusedException.class)
        .hasMessage("missing ConstraintTemplate: template \"flag\" not found");
  }

  @Test
  void objectsThatWereAddedAreTheInventory() throws Exception {
    String template =
        TEMPLATE.substring(0, TEMPLATE.indexOf("      violation"))
            + """
                  violation[{"msg": name}] { data.inventory.namespace.shop.v1.Service[name] }
                  violation[{"msg": name}] { data.inventory.cluster["v1"].Namespace[name] }
            """;
    String data =
        """
        ---
        {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}}
        ---
        {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
        """;
    Client client = Objects.client(template + CONSTRAINT + data);
    assertThat(Objects.messages(client, POD)).containsExactly("shop", "web");
    client.removeData(Objects.one("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}"));
    assertThat(Objects.messages(client, POD)).containsExactly("web");
  }

  @Test
  void whetherASelectorOfNamespacesFitsIsToldByTheInventory() throws Exception {
    String selecting = "spec: {match: {namespaceSelector: {matchLabels: {env: prod}}}}\n";
    Client client = Objects.client(TEMPLATE + CONSTRAINT + selecting);
    assertThat(Objects.messages(client, POD))
        .containsExactly(
            "unable to match constraints: error matching the requested object: p :failed to run"
                + " Match criteria: namespace selector for namespace-scoped object but missing"
                + " Namespace");
    client.addData(
        Objects.one(
            "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {env: prod}}}"));
    assertThat(Objects.messages(client, POD)).containsExactly("b is privileged");
  }

  @Test
  void anErrorOfTheEvaluationIsAViolation() throws Exception {
    String template =
        TEMPLATE.replace("c.privileged == true", "x := pick").strip()
            + "\n            pick = 1 { true }\n            pick = 2 { true }\n";
    Client client = Objects.client(template + CONSTRAINT);
    assertThat(Objects.messages(client, POD))
        .hasSize(1)
        .first()
        .asString()
        .contains("eval_conflict_error");
  }

  @Test
  void aMessageThatIsNoTextEndsTheReview() throws Exception {
    Client client =
        Objects.client(
            TEMPLATE.replace("msg := sprintf(\"%v is privileged\", [c.name])", "msg := 5")
                + CONSTRAINT);
    assertThatThrownBy(() -> Objects.messages(client, POD))
        .isInstanceOf(ReviewException.class)
        .hasMessage(
            "admission.k8s.gatekeeper.sh: Rego: extracting message binding: .msg accessor error: 5"
                + " is of the type json.Number, expected string");
  }

  @Test
  void whyAConstraintDoesNotApplyIsTold() throws Exception {
    String matching =
        "spec: {match: {kinds: [{apiGroups: [''], kinds: [Pod]}], namespaces: [prod]}}\n";
    Client client = Objects.client(TEMPLATE + CONSTRAINT + matching);
    Map<Constraint, String> why = client.mismatches(Objects.review(Objects.one(POD)));
    assertThat(why.values()).containsExactly("namespaces");
  }
}
