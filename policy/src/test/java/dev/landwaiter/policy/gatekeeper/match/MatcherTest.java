package dev.landwaiter.policy.gatekeeper.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
  private static final String POD =
      "{apiVersion: v1, kind: Pod, metadata: {name: web-1, namespace: shop, labels: {app: web}}}";
  private static final String NODE = "{apiVersion: v1, kind: Node, metadata: {name: n1}}";
  private static final String SPACE =
      "{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {env: prod}}}";
  private static final String MADE =
      "{apiVersion: v1, kind: Pod, metadata: {generateName: web-, namespace: shop}}";

  private static Resource resource(String text) throws Exception {
    return Resource.of((ObjectValue) value(text));
  }

  private static Value value(String text) throws Exception {
    return Yaml.parse("", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Matcher matcher(String match) throws Exception {
    return Matcher.of(MatchReader.read(value(match)));
  }

  /// The criterion each of a pod, a node and a Namespace fails; `-` for none.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                              | -                  | -     | -",
        "{kinds: [{apiGroups: [''], kinds: [Pod]}]}      | -                  | kinds | kinds",
        "{kinds: [{apiGroups: [apps], kinds: [Pod]}]}    | kinds              | kinds | kinds",
        "{kinds: [{apiGroups: ['*']}]}                   | -                  | -     | -",
        "{kinds: [{}]}                                   | -                  | -     | -",
        "{kinds: [{apiGroups: [''], kinds: ['P*']}]}     | kinds              | kinds | kinds",
        "{scope: Cluster}                                | scope              | -     | -",
        "{scope: Namespaced}                             | -                  | scope | scope",
        "{scope: Whatever}                               | -                  | -     | -",
        "{namespaces: [shop]}                            | -                  | -     | -",
        "{namespaces: ['sh*']}                           | -                  | -     | -",
        "{namespaces: ['*op']}                           | -                  | -     | -",
        "{namespaces: ['*ho*']}                          | -                  | -     | -",
        "{namespaces: [other]}                           | namespaces         | -     | namespaces",
        "{namespaces: ['s*p']}                           | namespaces         | -     | namespaces",
        "{excludedNamespaces: ['sh*']} | excludedNamespaces | - | excludedNamespaces",
        "{labelSelector: {matchLabels: {app: web}}}      | - | labelSelector | labelSelector",
        "{labelSelector: {matchExpressions: [{key: app, operator: Exists}]}}             | - |"
            + " labelSelector | labelSelector",
        "{labelSelector: {matchExpressions: [{key: app, operator: DoesNotExist}]}}       |"
            + " labelSelector | - | -",
        "{labelSelector: {matchExpressions: [{key: app, operator: NotIn, values: [db]}]}} | - | - |"
            + " -",
        "{labelSelector: {matchExpressions: [{key: app, operator: In, values: [db]}]}}   |"
            + " labelSelector | labelSelector | labelSelector",
        "{namespaceSelector: {matchLabels: {env: prod}}} | -                  | -     | -",
        "{namespaceSelector: {matchLabels: {env: dev}}}  | namespaceSelector  | -     |"
            + " namespaceSelector",
        "{name: web-1}                                   | -                  | name  | name",
        "{name: 'web-*'}                                 | -                  | name  | name",
        "{source: Original}                              | -                  | -     | -",
        "{source: Generated}                             | source             | source | source",
      })
  void criteria(String match, String pod, String node, String namespace) throws Exception {
    Matcher matcher = matcher(match);
    assertThat(mismatch(matcher, POD, true)).as("pod").isEqualTo(pod);
    assertThat(mismatch(matcher, NODE, false)).as("node").isEqualTo(node);
    assertThat(mismatch(matcher, SPACE, false)).as("namespace").isEqualTo(namespace);
  }

  private static String mismatch(Matcher matcher, String object, boolean spaced) throws Exception {
    Optional<Resource> namespace = spaced ? Optional.of(resource(SPACE)) : Optional.empty();
    String criterion = matcher.mismatch(resource(object), namespace, Review.Origin.ORIGINAL);
    return criterion.isEmpty() ? "-" : criterion;
  }

  @ParameterizedTest
  @CsvSource({"'web-*', true", "'*eb*', true", "web-, false", "'*b-', false", "'other*', false"})
  void beginningsOfNamesFitOnlyOpenEnds(String pattern, boolean fits) throws Exception {
    Matcher matcher = matcher("{name: '" + pattern + "'}");
    assertThat(matcher.mismatch(resource(MADE), Optional.empty(), Review.Origin.ORIGINAL))
        .isEqualTo(fits ? "" : "name");
  }

  @Test
  void anUnknownNamespaceIsAnError() throws Exception {
    Matcher matcher = matcher("{namespaceSelector: {}}");
    Review review = Review.of(resource(POD), Optional.empty(), Review.Origin.ORIGINAL);
    assertThatThrownBy(() -> matcher.mismatch(review))
        .isInstanceOf(MatchException.class)
        .hasMessage(
            "error matching the requested object: web-1 :failed to run Match criteria: namespace"
                + " selector for namespace-scoped object but missing Namespace");
  }

  @Test
  void theOldObjectMatchesToo() throws Exception {
    Resource old = resource(POD.replace("web-1", "old"));
    Review now = Review.of(resource(POD), Optional.empty(), Review.Origin.ORIGINAL);
    Review both =
        new Review(
            now.type(),
            now.name(),
            now.namespace(),
            now.object(),
            Optional.of(old),
            Optional.empty(),
            now.origin(),
            now.request());
    assertThat(matcher("{name: old}").mismatch(both)).isEmpty();
    assertThat(matcher("{name: old}").mismatch(now)).isEqualTo("name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{matchExpressions: [{key: a, operator: Near}]} | not a valid selector operator",
        "{matchExpressions: [{key: a, operator: In}]} | must be specified when `operator` is",
        "{matchExpressions: [{key: a, operator: Exists, values: [x]}]} | may not be specified when",
        "{matchLabels: {'a b': x}} | name part must consist of alphanumeric characters",
        "{matchLabels: {'A_/b': x}} | prefix part",
        "{matchLabels: {'a/b/c': x}} | a qualified name",
        "{matchLabels: {'/b': x}} | prefix part must be non-empty",
        "{matchLabels: {a: '-x'}} | a valid label must be an empty string or consist of",
      })
  void selectorsThatAreNoneAreRefused(String selector, String words) {
    assertThatThrownBy(() -> matcher("{labelSelector: " + selector + "}"))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("spec.labelSelector.")
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource({
    "a, true",
    "a-b.c9, true",
    "A, false",
    "a..b, false",
    "-a, false",
    "a-, false",
    "a.-b, false",
    "'', false"
  })
  void namesOfObjects(String name, boolean fine) {
    assertThat(SubdomainText.isSubdomain(name)).isEqualTo(fine);
  }

  @Test
  void labelsOfAnotherShapeAreNone() throws Exception {
    var pod = (ObjectValue) Json.parse("", "{\"kind\":\"Pod\",\"metadata\":{\"labels\":[1]}}");
    assertThat(
            matcher("{labelSelector: {matchLabels: {a: b}}}")
                .mismatch(Resource.of(pod), Optional.empty(), Review.Origin.ORIGINAL))
        .isEqualTo("labelSelector");
  }
}
