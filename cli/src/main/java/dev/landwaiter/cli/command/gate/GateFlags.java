package dev.landwaiter.cli.command.gate;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.Support;

/// Flags of the gate.
final class GateFlags {
  static final Flag FILENAME =
      Flag.repeated(
              "filename",
              "file or folder with templates, constraints and objects; - for standard input")
          .shorthand("f");
  static final Flag IMAGE =
      Flag.repeated("image", "artifact in a registry with templates, constraints and objects")
          .shorthand("i");
  static final Flag TEMPDIR =
      Flag.text("tempdir", "folder that images are unpacked to").support(Support.NEEDLESS);
  static final Flag PLAIN_HTTP = Flag.toggle("plain-http", "reach registries without TLS");
  static final Flag OUTPUT =
      Flag.text("output", "how results are shown: text, json or yaml").shorthand("o");
  static final Flag OUTPUT_OWN =
      Flag.text("output", "how results are shown: text, json, yaml or sarif").shorthand("o");
  static final Flag STATS = Flag.toggle("stats", "show what the runs of templates took");
  static final Flag TRACE = Flag.toggle("trace", "show the evaluation of each result");
  static final Flag DENY_ONLY = Flag.toggle("deny-only", "show only what is denied");
  static final Flag VERBOSE = Flag.toggle("verbose", "show what templates print");
  static final Flag CEL =
      Flag.toggle("enable-k8s-native-validation", "run templates written in CEL").standard("true");
  static final Flag FAILURE_POLICY =
      Flag.text(
              "default-k8s-native-validation-failure-policy",
              "what an error of CEL means where a template does not say")
          .standard("Fail")
          .allowed("Fail", "Ignore");
  static final Flag FAIL_ON_NOTHING =
      Flag.toggle("fail-on-nothing", "end with 2 when no constraint applied to any object")
          .standard("true");
  static final Flag EXPLAIN =
      Flag.toggle("explain", "say for each object why constraints do not apply to it");
  static final Flag NAMESPACE =
      Flag.text("namespace", "namespace that objects which name none will be created in");
  static final Flag EMPTY_NAMESPACE =
      Flag.toggle(
          "empty-namespace",
          "match as gator does: objects without a namespace stand in one without name and labels");
  static final Flag EXTERNAL_DATA =
      Flag.text("external-data", "a file of answers that stand for those of providers");
  static final Flag ALLOW_NET =
      Flag.texts(
          "allow-net", "hosts of providers that may be asked; without it the network is closed");

  static final FlagGroup OWN =
      new FlagGroup(
          "Gate Flags",
          FILENAME,
          IMAGE,
          OUTPUT_OWN,
          DENY_ONLY,
          STATS,
          TRACE,
          VERBOSE,
          CEL,
          FAILURE_POLICY,
          FAIL_ON_NOTHING,
          EXPLAIN,
          NAMESPACE,
          EMPTY_NAMESPACE,
          EXTERNAL_DATA,
          ALLOW_NET);

  private GateFlags() {}
}
