package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.Support;

/// What is shown, how, and how the run ends.
public final class ReportFlags {
  public static final Flag FORMAT =
      Flag.text("format", "form of the report")
          .shorthand("f")
          .standard("table")
          .allowed(
              "table",
              "json",
              "template",
              "sarif",
              "cyclonedx",
              "spdx",
              "spdx-json",
              "github",
              "cosign-vuln");
  public static final Flag OUTPUT =
      Flag.text("output", "write the report to this file").shorthand("o");
  public static final Flag SEVERITY =
      Flag.texts("severity", "severities to show")
          .shorthand("s")
          .allowed("UNKNOWN", "LOW", "MEDIUM", "HIGH", "CRITICAL")
          .standard("UNKNOWN,LOW,MEDIUM,HIGH,CRITICAL");
  public static final Flag EXIT_CODE =
      Flag.of("exit-code", FlagType.NUMBER, "exit code when anything is found").standard("0");
  public static final Flag EXIT_ON_EOL =
      Flag.of("exit-on-eol", FlagType.NUMBER, "exit code when the operating system is end of life")
          .standard("0");
  public static final Flag FAIL_ON =
      Flag.text("fail-on", "end with 1 when a finding of this severity or worse is left")
          .allowed("UNKNOWN", "LOW", "MEDIUM", "HIGH", "CRITICAL");
  public static final Flag IGNOREFILE =
      Flag.text("ignorefile", "file with findings to ignore").standard(".trivyignore");
  public static final Flag LIST_ALL =
      Flag.toggle("list-all-pkgs", "list every package in the JSON report").standard("true");
  public static final Flag DEPENDENCY_TREE =
      Flag.toggle("dependency-tree", "show which packages brought in the vulnerable ones");
  public static final Flag SHOW_SUPPRESSED =
      Flag.toggle("show-suppressed", "show what waivers and ignore files hide")
          .key("scan.show-suppressed");
  public static final Flag TABLE_MODE =
      Flag.texts("table-mode", "which tables to show")
          .allowed("summary", "detailed")
          .standard("summary,detailed");
  private static final Flag TEMPLATE =
      Flag.text("template", "template of the report").shorthand("t").support(Support.REFUSED);
  private static final Flag COMPLIANCE =
      Flag.text("compliance", "compliance report to make")
          .key("scan.compliance")
          .support(Support.REFUSED);
  private static final Flag REPORT =
      Flag.text("report", "how much of a compliance report to show")
          .allowed("all", "summary")
          .standard("summary")
          .support(Support.LATER);
  private static final Flag IGNORE_POLICY =
      Flag.text("ignore-policy", "Rego file that decides what to ignore").support(Support.REFUSED);
  private static final Flag PLUGIN_ARGUMENT =
      Flag.text("output-plugin-arg", "arguments for an output plugin").support(Support.REFUSED);

  public static final FlagGroup GROUP =
      new FlagGroup(
          "Report Flags",
          COMPLIANCE,
          DEPENDENCY_TREE,
          EXIT_CODE,
          EXIT_ON_EOL,
          FAIL_ON,
          FORMAT,
          IGNORE_POLICY,
          IGNOREFILE,
          LIST_ALL,
          OUTPUT,
          PLUGIN_ARGUMENT,
          REPORT,
          SEVERITY,
          SHOW_SUPPRESSED,
          TABLE_MODE,
          TEMPLATE);

  private ReportFlags() {}
}
