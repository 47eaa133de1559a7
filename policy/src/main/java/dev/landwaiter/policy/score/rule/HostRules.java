package dev.landwaiter.policy.score.rule;

import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.Spot;
import java.util.List;

/// Rules about what a pod shares with the machine it runs on.
final class HostRules {
  private HostRules() {}

  static List<Rule> all() {
    return List.of(
        Kinds.workload(
            "HostNetwork",
            -9,
            ".spec .hostNetwork == true",
            "On the host's network a pod reaches services that listen on the host's loopback"
                + " address only",
            new PodTest(Fields.of("hostNetwork"), Check.TRUE, Kinds.DROP)),
        Kinds.workload(
            "HostPID",
            -9,
            ".spec .hostPID == true",
            "A pod that sees the host's processes can read their environment, and the secrets in"
                + " it",
            new PodTest(Fields.of("hostPID"), Check.TRUE, Kinds.DROP)),
        Kinds.workload(
            "HostIPC",
            -9,
            ".spec .hostIPC == true",
            "In the host's IPC namespace a pod can exchange messages with processes of the host",
            new PodTest(Fields.of("hostIPC"), Check.TRUE, Kinds.DROP)),
        Kinds.workload(
            "HostAliases",
            -3,
            ".spec .hostAliases",
            "Entries of the hosts file belong into DNS, not into each pod",
            new PodTest(Fields.of("hostAliases"), Check.PRESENT, Kinds.DROP)),
        Kinds.workload(
            "HostUsers",
            1,
            ".spec .hostUsers == false",
            "In a user namespace of its own, root inside the pod is nobody on the host",
            new PodTest(Fields.of("hostUsers"), Check.FALSE, Kinds.PUT_FALSE)),
        Kinds.workload(
            "DockerSock",
            -9,
            "volumes[] .hostPath .path == /var/run/docker.sock",
            "Whoever reaches the container engine's socket can break out to the host through it",
            volume("/var/run/docker.sock", "mount no engine socket into the pod")),
        Kinds.workload(
            "ProcMount",
            -9,
            "volumes[] .hostPath .path == /proc",
            "The host's /proc tells about the host and offers ways out of the container",
            volume("/proc", "do not mount the host's /proc")));
  }

  private static ListTest volume(String path, String advice) {
    return new ListTest(
        true,
        Fields.of("volumes"),
        Fields.of("hostPath.path"),
        Check.containing(path),
        new Spot.Mend.Advice(advice));
  }
}
