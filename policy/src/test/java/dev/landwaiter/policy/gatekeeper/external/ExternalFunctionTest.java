package dev.landwaiter.policy.gatekeeper.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.ExternalData;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriver;
import dev.landwaiter.policy.gatekeeper.rego.RegoDriverSettings;
import dev.landwaiter.policy.gatekeeper.run.Client;
import dev.landwaiter.policy.gatekeeper.run.ReviewSettings;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.all.Builtins;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates in Rego that ask recorded providers.
class ExternalFunctionTest {
  private static final String ANSWERS =
      """
      {"signed": {"values": {"good": true, "7": {"by": "me"}}, "errors": {"bad": "no signature"}},
       "down": {"systemError": "out of order"}}
      """;

  private static String ask(ExternalData data, String request) throws Exception {
    Map<String, Builtin> functions = new HashMap<>(Builtins.all());
    functions.put(ExternalFunction.NAME, ExternalFunction.over(data));
    var client =
        new Client(
            List.of(
                new RegoDriver(
                    new RegoDriverSettings(
                        new AnsweringWorld(200, ""),
                        () -> Budget.NONE,
                        functions,
                        Set.of(),
                        true,
                        false))));
    String rego =
        "package ask\\nviolation[{\\\"msg\\\": msg}] { msg := json.marshal(external_data("
            + request.replace("\"", "\\\"")
            + ")) }";
    client.addTemplate(
        resource(
            """
            {"apiVersion": "templates.gatekeeper.sh/v1", "kind": "ConstraintTemplate",
             "metadata": {"name": "ask"},
             "spec": {"crd": {"spec": {"names": {"kind": "Ask"}}},
                      "targets": [{"target": "admission.k8s.gatekeeper.sh", "rego": "%s"}]}}
            """
                .formatted(rego)));
    client.addConstraint(
        resource(
            """
            {"apiVersion": "constraints.gatekeeper.sh/v1beta1", "kind": "Ask", "metadata": {"name": "c"}}
            """));
    Resource pod =
        resource("{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"p\"}}");
    List<Result> results =
        client
            .review(
                Review.of(pod, Optional.empty(), Review.Origin.ORIGINAL),
                ReviewSettings.at(ReviewSettings.GATOR))
            .results();
    return results.getFirst().violation().message();
  }

  private static Resource resource(String json) throws Exception {
    return Resource.of((ObjectValue) Json.parse("resource.json", json));
  }

  private static RecordedAnswers answers(String json) throws Exception {
    return RecordedAnswers.of("answers.json", Json.parse("answers.json", json));
  }

  @Test
  void partsAnswersAndErrors() throws Exception {
    assertThat(
            ask(
                answers(ANSWERS),
                "{\"provider\": \"signed\", \"keys\": [\"good\", \"bad\", 7, \"other\"]}"))
        .isEqualTo(
            "{\"errors\":[[\"bad\",\"no signature\"],[\"other\",\"no answer is recorded for this"
                + " key\"]],\"responses\":[[\"good\",true],[\"7\",{\"by\":\"me\"}]],"
                + "\"status_code\":200,\"system_error\":\"\"}");
  }

  @Test
  void failuresOfTheSystemAreAnswers() throws Exception {
    assertThat(ask(answers(ANSWERS), "{\"provider\": \"down\", \"keys\": [\"a\"]}"))
        .isEqualTo(
            "{\"errors\":[],\"responses\":[],\"status_code\":500,\"system_error\":\"out of"
                + " order\"}");
    assertThat(ask(ExternalData.NONE, "{\"provider\": \"x\", \"keys\": [\"a\"]}"))
        .contains("\"status_code\":400");
    assertThat(ask(answers(ANSWERS), "{\"provider\": \"signed\", \"keys\": [[]]}"))
        .contains("keys must be texts or numbers");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"p\": 1}",
        "{\"p\": {\"values\": []}}",
        "{\"p\": {\"value\": {}}}",
        "{\"p\": {\"systemError\": \"\"}}"
      })
  void refusesOtherShapes(String json) {
    assertThatThrownBy(() -> answers(json)).isInstanceOf(RefusedException.class);
  }
}
