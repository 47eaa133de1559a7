package dev.landwaiter.policy.manifest;

import java.util.List;
import java.util.Optional;

/// Where objects of some kinds hold pods (kubernetes.md 2).
///
/// @param groups of the API
/// @param kinds names of kinds
/// @param path members with dots between them; `[]` stands for each element of a list, `*` for each
///   member of an object
/// @param shape what stands there
public record PodPlace(List<String> groups, List<String> kinds, String path, Shape shape) {
  /// What stands at a place.
  public enum Shape {
    /// The specification of a pod.
    POD,
    /// A template of Argo's workflows.
    ARGO,
    /// A task of Tekton.
    TEKTON
  }

  private static final String TEMPLATE = "spec.template.spec";
  private static final List<String> CORE = List.of("");
  private static final List<String> APPS = List.of("apps", "extensions");

  static final List<PodPlace> ALL =
      List.of(
          pod(CORE, "spec", "Pod"),
          pod(CORE, "template.spec", "PodTemplate"),
          pod(CORE, TEMPLATE, "ReplicationController"),
          pod(APPS, TEMPLATE, "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"),
          pod(List.of("apps"), "data.spec.template.spec", "ControllerRevision"),
          pod(List.of("batch"), TEMPLATE, "Job"),
          pod(List.of("batch"), "spec.jobTemplate.spec.template.spec", "CronJob"),
          pod(List.of("apps.openshift.io"), TEMPLATE, "DeploymentConfig"),
          pod(List.of("argoproj.io"), TEMPLATE, "Rollout"),
          new PodPlace(
              List.of("argoproj.io"),
              List.of("Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate"),
              "spec.templates[]",
              Shape.ARGO),
          new PodPlace(
              List.of("argoproj.io"),
              List.of("CronWorkflow"),
              "spec.workflowSpec.templates[]",
              Shape.ARGO),
          pod(List.of("serving.knative.dev"), TEMPLATE, "Service", "Configuration"),
          pod(List.of("serving.knative.dev"), "spec", "Revision"),
          tekton("spec", "Task", "ClusterTask"),
          tekton("spec.taskSpec", "TaskRun"),
          tekton("spec.tasks[].taskSpec", "Pipeline"),
          tekton("spec.finally[].taskSpec", "Pipeline"),
          tekton("spec.pipelineSpec.tasks[].taskSpec", "PipelineRun"),
          tekton("spec.pipelineSpec.finally[].taskSpec", "PipelineRun"),
          pod(List.of("keda.sh"), "spec.jobTargetRef.template.spec", "ScaledJob"),
          kruise(TEMPLATE, "CloneSet", "StatefulSet", "DaemonSet", "BroadcastJob"),
          kruise("spec.template.*.spec.template.spec", "AdvancedCronJob", "UnitedDeployment"),
          kruise("spec", "SidecarSet"),
          pod(
              List.of("jobset.x-k8s.io"),
              "spec.replicatedJobs[].template.spec.template.spec",
              "JobSet"),
          pod(
              List.of("leaderworkerset.x-k8s.io"),
              "spec.leaderWorkerTemplate.*.spec",
              "LeaderWorkerSet"),
          kubeflow("pytorchReplicaSpecs", "PyTorchJob"),
          kubeflow("tfReplicaSpecs", "TFJob"),
          kubeflow("mpiReplicaSpecs", "MPIJob"),
          kubeflow("xgbReplicaSpecs", "XGBoostJob"),
          kubeflow("paddleReplicaSpecs", "PaddleJob"),
          pod(
              List.of("monitoring.coreos.com"),
              "spec",
              "Prometheus",
              "Alertmanager",
              "ThanosRuler"));

  private static PodPlace pod(List<String> groups, String path, String... kinds) {
    return new PodPlace(groups, List.of(kinds), path, Shape.POD);
  }

  private static PodPlace tekton(String path, String... kinds) {
    return new PodPlace(List.of("tekton.dev"), List.of(kinds), path, Shape.TEKTON);
  }

  private static PodPlace kruise(String path, String... kinds) {
    return pod(List.of("apps.kruise.io"), path, kinds);
  }

  private static PodPlace kubeflow(String specs, String kind) {
    return pod(List.of("kubeflow.org"), "spec." + specs + ".*.template.spec", kind);
  }

  /// Reads a place that a user names: the kind, a dot and its group, `=`, and the path, such as
  /// `Thing.example.org=spec.parts[].template.spec`.
  ///
  /// @return empty when it has another form
  public static Optional<PodPlace> parse(String text) {
    int equals = text.indexOf('=');
    if (equals <= 0 || equals == text.length() - 1) {
      return Optional.empty();
    }
    String kind = text.substring(0, equals);
    String path = text.substring(equals + 1);
    int dot = kind.indexOf('.');
    for (String step : path.split("\\.", -1)) {
      if (step.isEmpty() || step.equals("[]")) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new PodPlace(
            List.of(dot < 0 ? "" : kind.substring(dot + 1)),
            List.of(dot < 0 ? kind : kind.substring(0, dot)),
            path,
            Shape.POD));
  }

  boolean isFor(String group, String kind) {
    return kinds.contains(kind) && groups.contains(group);
  }
}
