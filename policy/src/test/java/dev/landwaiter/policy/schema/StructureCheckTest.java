package dev.landwaiter.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureCheckTest {
  private static final KubernetesKinds KINDS = KubernetesKinds.newest();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a good pod | {apiVersion: v1, kind: Pod, spec: {containers: [{name: a, image: b}]}} |",
        "numbers as quantities | {apiVersion: v1, kind: Pod, spec: {containers: [{name: a,"
            + " resources: {limits: {cpu: 1, memory: 1Gi, x: 0.5}}}]}} |",
        "null for what is not there | {apiVersion: v1, kind: Pod, metadata: null, spec:"
            + " {hostNetwork: null, containers: [{name: a, command: [null]}]}} |",
        "port as text | {apiVersion: v1, kind: Service, spec: {ports: [{port: 1, targetPort:"
            + " web}, {port: 2, targetPort: 3}]}} |",
        "any object | {apiVersion: apps/v1, kind: ControllerRevision, revision: 1, data: {a: {b:"
            + " 1}}} |",
        "unknown member | {apiVersion: v1, kind: Pod, spec: {hostPid: true, containers: []}} |"
            + " /spec: additional properties 'hostPid' not allowed",
        "two of them | {apiVersion: v1, kind: Pod, zebra: 1, ant: 2} |"
            + " : additional properties 'ant', 'zebra' not allowed",
        "wrong type | {apiVersion: v1, kind: Pod, spec: {hostNetwork: yep, containers: []}} |"
            + " /spec/hostNetwork: got string, want boolean",
        "missing | {apiVersion: v1, kind: Pod, spec: {}} | /spec: missing property 'containers'",
        "two missing | {apiVersion: apps/v1, kind: Deployment, spec: {}} |"
            + " /spec: missing properties 'selector', 'template'",
        "required and null | {apiVersion: v1, kind: Pod, spec: {containers: null}} |"
            + " /spec/containers: got null, want array",
        "in a list | {apiVersion: v1, kind: Pod, spec: {containers: [{name: a}, {name: 5}]}} |"
            + " /spec/containers/1/name: got number, want string",
        "map of texts | {apiVersion: v1, kind: ConfigMap, data: {a/b: 5}} |"
            + " /data/a~1b: got number, want string",
        "a fraction | {apiVersion: apps/v1, kind: Deployment, spec: {replicas: 1.5, selector: {},"
            + " template: {}}} | /spec/replicas: got number, want integer",
        "a map instead of a list | {apiVersion: v1, kind: Pod, spec: {containers: {a: 1}}} |"
            + " /spec/containers: got object, want array",
      })
  void judges(String title, String manifest, String expected) throws Exception {
    ObjectValue object = (ObjectValue) parse(manifest);
    StructureType type = KINDS.find(text(object, "apiVersion"), text(object, "kind")).orElseThrow();
    assertThat(shown(StructureCheck.check(type, object)))
        .as(title)
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void toldProblemsAreBounded() throws Exception {
    Value pod = parse("{spec: {containers: [%s{name: 1}]}}".formatted("{name: 1}, ".repeat(500)));
    assertThat(StructureCheck.check(KINDS.find("v1", "Pod").orElseThrow(), pod)).hasSize(100);
  }

  @Test
  void definitionsAddKinds() throws Exception {
    var custom = new CustomKinds();
    Value definition =
        parse(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            spec:
              group: shop.example
              names: {kind: Order}
              versions:
                - name: v1
                  schema:
                    openAPIV3Schema:
                      type: object
                      required: [spec]
                      properties:
                        spec:
                          type: object
                          properties:
                            count: {type: integer}
                            size: {x-kubernetes-int-or-string: true}
                            labels: {type: object, additionalProperties: {type: string}}
                            free: {type: object, x-kubernetes-preserve-unknown-fields: true,
                                   properties: {known: {type: boolean}}}
                - name: v2
            """);
    assertThat(custom.add(definition)).isTrue();
    assertThat(custom.add(parse("{kind: Pod}"))).isFalse();
    StructureType order = custom.find("shop.example/v1", "Order").orElseThrow();
    Value good =
        parse(
            "{apiVersion: shop.example/v1, kind: Order, metadata: {name: a}, spec: {count: 3, size:"
                + " 5, labels: {a: b}, free: {x: 1, known: true}}}");
    assertThat(shown(StructureCheck.check(order, good))).isEmpty();
    Value bad = parse("{spec: {count: 1.5, more: 1, labels: {a: 1}, free: {known: 5}}}");
    assertThat(shown(StructureCheck.check(order, bad)))
        .isEqualTo(
            "/spec/count: got number, want integer; /spec/labels/a: got number, want string;"
                + " /spec/free/known: got number, want boolean;"
                + " /spec: additional properties 'more' not allowed");
    assertThat(custom.find("shop.example/v2", "Order")).contains(StructureType.Scalar.ANY_OBJECT);
    assertThat(custom.find("shop.example/v3", "Order")).isEmpty();
  }

  private static String shown(List<StructureProblem> problems) {
    return String.join("; ", problems.stream().map(p -> p.pointer() + ": " + p.message()).toList());
  }

  private static String text(ObjectValue object, String name) {
    return ((StringValue) object.get(name).orElseThrow()).text();
  }

  private static Value parse(String yaml) throws Exception {
    return Yaml.parse("test", yaml.getBytes(StandardCharsets.UTF_8));
  }
}
