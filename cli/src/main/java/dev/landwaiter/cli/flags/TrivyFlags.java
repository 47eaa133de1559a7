package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.Support;
import java.util.List;
import java.util.stream.Stream;

/// Flags of Trivy's scanning commands for scanners, servers and modules that are not built. Command
/// lines that name them are understood; what asks for something says that it was left out.
public final class TrivyFlags {
  private static final FlagGroup LICENSE =
      new FlagGroup(
          "License Flags",
          later(Flag.texts("ignored-licenses", "licences to ignore"), "license.ignored"),
          later(
              Flag.of(
                      "license-confidence-level",
                      FlagType.DECIMAL,
                      "how sure a licence text must be")
                  .standard("0.9"),
              "license.confidenceLevel"),
          later(
              Flag.toggle("license-full", "look for licences in source files too"),
              "license.full"));

  private static final FlagGroup MISCONFIGURATION =
      new FlagGroup(
          "Misconfiguration Flags",
          later(
              Flag.texts("ansible-extra-vars", "further Ansible variables"), "ansible.extra-vars"),
          later(Flag.texts("ansible-inventory", "Ansible inventories"), "ansible.inventories"),
          later(Flag.texts("ansible-playbook", "Ansible playbooks"), "ansible.playbooks"),
          later(
              Flag.text("checks-bundle-repository", "registry to pull checks from"),
              "misconfiguration.checks-bundle-repository"),
          later(
              Flag.texts("config-file-schemas", "JSON schemas of configuration files"),
              "misconfiguration.config-file-schemas"),
          later(
              Flag.texts("helm-api-versions", "API versions that Helm templates see"),
              "misconfiguration.helm.api-versions"),
          later(
              Flag.text("helm-kube-version", "Kubernetes version that Helm templates see"),
              "misconfiguration.helm.kube-version"),
          later(Flag.texts("helm-set", "Helm values"), "misconfiguration.helm.set"),
          later(
              Flag.texts("helm-set-file", "Helm values from files"),
              "misconfiguration.helm.set-file"),
          later(
              Flag.texts("helm-set-string", "Helm values as text"),
              "misconfiguration.helm.set-string"),
          later(Flag.texts("helm-values", "Helm value files"), "misconfiguration.helm.values"),
          later(
              Flag.toggle("include-non-failures", "show passed checks too"),
              "misconfiguration.include-non-failures"),
          later(
              Flag.texts("misconfig-scanners", "kinds of configuration to check"),
              "misconfiguration.scanners"),
          later(
              Flag.texts("raw-config-scanners", "kinds of configuration to check as written"),
              "misconfiguration.raw-config-scanners"),
          later(
              Flag.texts("render-cause", "kinds of configuration whose causes are shown"),
              "misconfiguration.render-cause"),
          later(
              Flag.toggle(
                  "tf-exclude-downloaded-modules", "pass over downloaded Terraform modules"),
              "misconfiguration.terraform.exclude-downloaded-modules"));

  private static final FlagGroup MODULE =
      new FlagGroup(
          "Module Flags",
          later(Flag.texts("enable-modules", "modules to run"), "module.enable-modules"),
          later(Flag.text("module-dir", "folder of modules"), "module.dir"));

  private static final FlagGroup CLIENT_SERVER =
      new FlagGroup(
          "Client/Server Flags",
          later(Flag.texts("custom-headers", "headers for the server"), "server.custom-headers"),
          refused(Flag.text("server", "address of a server that judges"), "server.addr"),
          later(Flag.text("token", "token for the server"), "server.token"),
          later(Flag.text("token-header", "header that carries the token"), "server.token-header"));

  private static final FlagGroup REGO =
      new FlagGroup(
          "Rego Flags",
          later(
              Flag.texts("check-namespaces", "Rego packages that hold checks"), "rego.namespaces"),
          later(Flag.texts("config-check", "Rego files with checks"), "rego.check"),
          later(Flag.texts("config-data", "data for checks"), "rego.data"),
          later(
              Flag.toggle("include-deprecated-checks", "run deprecated checks too"),
              "rego.include-deprecated-checks"),
          later(
              Flag.of("rego-error-limit", FlagType.NUMBER, "how many broken checks are let pass")
                  .standard("10"),
              "rego.error-limit"),
          needless(
              Flag.toggle("skip-check-update", "use the checks that are there"),
              "rego.skip-check-update"),
          later(Flag.toggle("trace-rego", "tell how checks are evaluated"), "rego.trace"));

  private static final FlagGroup SECRET =
      new FlagGroup(
          "Secret Flags", later(Flag.text("secret-config", "rules for secrets"), "secret.config"));

  private static final FlagGroup TEMPLATES =
      new FlagGroup(
          "Template Flags",
          later(
              Flag.texts("cf-params", "CloudFormation parameter files"),
              "misconfiguration.cloudformation.params"),
          later(
              Flag.texts("tf-vars", "Terraform variable files"),
              "misconfiguration.terraform.vars"));

  private static final FlagGroup DEFAULTS =
      new FlagGroup(
          "Configuration Flags",
          refused(
              Flag.toggle("generate-default-config", "write the standard configuration file"),
              "generate-default-config"));

  /// Those of `image`.
  public static final List<FlagGroup> IMAGE =
      List.of(LICENSE, MISCONFIGURATION, MODULE, CLIENT_SERVER, REGO, SECRET, DEFAULTS);

  /// Those of `rootfs`.
  public static final List<FlagGroup> ROOTFS =
      Stream.concat(Stream.of(TEMPLATES), IMAGE.stream()).toList();

  private TrivyFlags() {}

  private static Flag later(Flag flag, String key) {
    return flag.key(key).support(Support.LATER);
  }

  private static Flag refused(Flag flag, String key) {
    return flag.key(key).support(Support.REFUSED);
  }

  private static Flag needless(Flag flag, String key) {
    return flag.key(key).support(Support.NEEDLESS);
  }
}
