package dev.landwaiter.policy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodsTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          v1 | Pod | spec: POD | spec: containers[0] a
          v1 | PodTemplate | template: {spec: POD} | template.spec: containers[0] a
          v1 | ReplicationController | spec: {template: null} | ``
          apps/v1 | Deployment | spec: {template: {spec: POD}} | spec.template.spec: containers[0] a
          extensions/v1beta1 | DaemonSet | spec: {template: {spec: POD}} | spec.template.spec: containers[0] a
          apps/v1 | ControllerRevision | data: {spec: {template: {spec: POD}}} | data.spec.template.spec: containers[0] a
          batch/v1 | CronJob | spec: {jobTemplate: {spec: {template: {spec: POD}}}} | spec.jobTemplate.spec.template.spec: containers[0] a
          argoproj.io/v1alpha1 | Rollout | spec: {workloadRef: {}, template: {spec: POD}} | spec.template.spec: containers[0] a
          argoproj.io/v1alpha1 | Workflow | spec: {templates: [{steps: []}, {container: {image: i}, sidecars: [{name: s}]}]} | spec.templates[1]: container, sidecars[0] s
          argoproj.io/v1alpha1 | CronWorkflow | spec: {workflowSpec: {templates: [{containerSet: {containers: [{name: c}]}}]}} | spec.workflowSpec.templates[0]: containers[0] c
          serving.knative.dev/v1 | Service | spec: {template: {spec: POD}} | spec.template.spec: containers[0] a
          v1 | Service | spec: {ports: []} | ``
          tekton.dev/v1 | Pipeline | spec: {tasks: [{taskRef: {}}, {taskSpec: {steps: [{name: s}]}}], finally: [{taskSpec: {steps: [{image: i}]}}]} | spec.tasks[1].taskSpec: steps[0] s; spec.finally[0].taskSpec: steps[0]
          keda.sh/v1alpha1 | ScaledJob | spec: {jobTargetRef: {template: {spec: POD}}} | spec.jobTargetRef.template.spec: containers[0] a
          apps.kruise.io/v1alpha1 | UnitedDeployment | spec: {template: {statefulSetTemplate: {spec: {template: {spec: POD}}}}} | spec.template.statefulSetTemplate.spec.template.spec: containers[0] a
          apps.kruise.io/v1alpha1 | SidecarSet | spec: POD | spec: containers[0] a
          jobset.x-k8s.io/v1alpha2 | JobSet | spec: {replicatedJobs: [{template: {spec: {template: {spec: POD}}}}]} | spec.replicatedJobs[0].template.spec.template.spec: containers[0] a
          leaderworkerset.x-k8s.io/v1 | LeaderWorkerSet | spec: {leaderWorkerTemplate: {size: 2, leaderTemplate: {spec: POD}, workerTemplate: {spec: POD}}} | spec.leaderWorkerTemplate.leaderTemplate.spec: containers[0] a; spec.leaderWorkerTemplate.workerTemplate.spec: containers[0] a
          kubeflow.org/v1 | PyTorchJob | spec: {pytorchReplicaSpecs: {Master: {template: {spec: POD}}}} | spec.pytorchReplicaSpecs.Master.template.spec: containers[0] a
          monitoring.coreos.com/v1 | Prometheus | spec: {containers: [{name: extra}]} | spec: containers[0] extra
          example.org/v1 | Thing | spec: {deep: [{podTemplate: {spec: POD}}]} | spec.deep[0].podTemplate.spec: containers[0] a (guessed)
          example.org/v1 | Thing | spec: {containers: [{name: box, size: 3}]} | ``
          example.org/v1 | Thing | status: {spec: POD} | ``
          apiextensions.k8s.io/v1 | CustomResourceDefinition | spec: {x: POD} | ``
          v1 | Pod | spec: {initContainers: [{name: i}], containers: [{name: c}], ephemeralContainers: [{name: e}]} | spec: initContainers[0] i, containers[0] c, ephemeralContainers[0] e
          v1 | Pod | spec: {containers: {a: 1}} | spec:
          v1 | Pod | spec: text | ``
          """)
  void podsAreFound(String apiVersion, String kind, String rest, String wanted) throws Exception {
    String pod = "{containers: [{name: a, image: i}]}";
    String text =
        "apiVersion: %s\nkind: %s\n%s\n".formatted(apiVersion, kind, rest.replace("POD", pod));
    Value object = Yaml.parse("object", text.getBytes(StandardCharsets.UTF_8));
    String got =
        Pods.of(object).stream()
            .map(each ->
                (each.where()
                        + ": "
                        + each.containers().stream()
                            .map(Container::label)
                            .collect(Collectors.joining(", "))
                        + (each.guessed() ? " (guessed)" : ""))
                    .strip())
            .collect(Collectors.joining("; "));
    assertThat(got).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Thing.example.org=spec.parts[].pod, spec.parts[0].pod
          Thing.example.org=spec.*, spec.other
          Thing.other.org=spec.parts[].pod, ''
          Thing=spec.parts[].pod, ''
          """)
  void usersMayNamePlaces(String place, String wanted) throws Exception {
    String text =
        "{apiVersion: example.org/v1, kind: Thing, spec: {parts: [{pod: {x: 1}}], other: {x: 1}}}";
    Value object = Yaml.parse("object", text.getBytes(StandardCharsets.UTF_8));
    assertThat(
            Pods.of(object, List.of(PodPlace.parse(place).orElseThrow())).stream()
                .map(Pod::where)
                .collect(Collectors.joining(", ")))
        .isEqualTo(wanted);
  }

  @Test
  void placesHaveTheirForm() {
    assertThat(PodPlace.parse("Thing.example.org")).isEmpty();
    assertThat(PodPlace.parse("=spec")).isEmpty();
    assertThat(PodPlace.parse("Thing=spec..x")).isEmpty();
    assertThat(PodPlace.parse("Thing=[]")).isEmpty();
  }
}
