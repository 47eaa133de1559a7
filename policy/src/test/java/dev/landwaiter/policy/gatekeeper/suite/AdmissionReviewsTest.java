package dev.landwaiter.policy.gatekeeper.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionReviewsTest {
  private static final String POD = "{apiVersion: v1, kind: Pod, metadata: {name: p}}";

  private static Review read(String request) throws SuiteException {
    String text =
        "{apiVersion: admission.k8s.io/v1, kind: AdmissionReview, request: " + request + "}";
    try {
      return AdmissionReviews.read(
          Resource.of((ObjectValue) Yaml.parse("test", text.getBytes(StandardCharsets.UTF_8))));
    } catch (FormatException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void aDeletionIsJudgedByWhatIsDeleted() throws SuiteException {
    Review review = read("{operation: DELETE, namespace: ns, oldObject: " + POD + "}");
    assertThat(review.object()).isEqualTo(review.oldObject()).isPresent();
    assertThat(review.namespace()).isEqualTo("ns");
    assertThat(review.request().get("object")).isEqualTo(review.request().get("oldObject"));
    assertThat(review.request().text("operation")).isEqualTo("DELETE");
  }

  @Test
  void emptyFieldsAreLeftOutOrAsPoliciesKnowThem() throws SuiteException {
    ObjectValue request = read("{object: " + POD + ", name: '', dryRun: false}").request();
    assertThat(request.get("name")).isEmpty();
    assertThat(request.get("dryRun")).contains(Value.of(false));
    assertThat(request.get("oldObject")).contains(NullValue.NULL);
    assertThat(request.get("userInfo")).contains(ObjectValue.EMPTY);
    assertThat(request.get("namespaceObject")).contains(ObjectValue.EMPTY);
    assertThat(request.get("kind"))
        .contains(
            new ObjectValue(
                Map.of(
                    Value.of("group"), Value.of(""),
                    Value.of("version"), Value.of(""),
                    Value.of("kind"), Value.of(""))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | missing an AdmissionRequest object",
        "{} | no object or oldObject found to review",
        "5 | \"request\" is no object",
        "{uid: 5} | \"request.uid\" is no text",
        "{b: 1, a: 2} | unknown field \"request.a\", unknown field \"request.b\"",
        "{userInfo: {name: x}} | unknown field \"request.userInfo.name\"",
        "{object: 5} | object or oldObject cannot be unmarshalled",
        "{oldObject: {a: 1}} | Object 'Kind' is missing in '{\"a\":1}'",
        "{operation: DELETE, object: {kind: Pod}} | oldObject cannot be nil for DELETE operations",
      })
  void whatCannotBeReviewedIsAnError(String request, String message) {
    assertThatThrownBy(() -> read(request))
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining(message);
  }
}
