package dev.landwaiter.cli;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.about.CompletionCommand;
import dev.landwaiter.cli.command.about.PersonaVersionCommand;
import dev.landwaiter.cli.command.about.TrivyVersionCommand;
import dev.landwaiter.cli.command.about.VersionCommand;
import dev.landwaiter.cli.command.db.DbBuildCommand;
import dev.landwaiter.cli.command.db.DbExportCommand;
import dev.landwaiter.cli.command.db.DbImportCommand;
import dev.landwaiter.cli.command.db.DbPushCommand;
import dev.landwaiter.cli.command.db.DbShowCommand;
import dev.landwaiter.cli.command.db.DbStatusCommand;
import dev.landwaiter.cli.command.db.DbUpdateCommand;
import dev.landwaiter.cli.command.footprint.FootprintCommand;
import dev.landwaiter.cli.command.gate.GateBenchCommand;
import dev.landwaiter.cli.command.gate.GateExpandCommand;
import dev.landwaiter.cli.command.gate.GateSyncCommand;
import dev.landwaiter.cli.command.gate.GateTestCommand;
import dev.landwaiter.cli.command.gate.GateVerifyCommand;
import dev.landwaiter.cli.command.lint.HadolintCommand;
import dev.landwaiter.cli.command.lint.LintCommand;
import dev.landwaiter.cli.command.registry.RegistryCopyCommand;
import dev.landwaiter.cli.command.registry.RegistryInspectCommand;
import dev.landwaiter.cli.command.registry.RegistryListCommand;
import dev.landwaiter.cli.command.registry.RegistryLoginCommand;
import dev.landwaiter.cli.command.registry.RegistryLogoutCommand;
import dev.landwaiter.cli.command.registry.RegistryPullCommand;
import dev.landwaiter.cli.command.rego.BenchCommand;
import dev.landwaiter.cli.command.rego.BuildCommand;
import dev.landwaiter.cli.command.rego.CapabilitiesCommand;
import dev.landwaiter.cli.command.rego.CheckCommand;
import dev.landwaiter.cli.command.rego.DepsCommand;
import dev.landwaiter.cli.command.rego.EvalCommand;
import dev.landwaiter.cli.command.rego.ExecCommand;
import dev.landwaiter.cli.command.rego.FmtCommand;
import dev.landwaiter.cli.command.rego.InspectCommand;
import dev.landwaiter.cli.command.rego.OpaVersionCommand;
import dev.landwaiter.cli.command.rego.ParseCommand;
import dev.landwaiter.cli.command.rego.SignCommand;
import dev.landwaiter.cli.command.rego.TestCommand;
import dev.landwaiter.cli.command.scan.ImageCommand;
import dev.landwaiter.cli.command.scan.RootfsCommand;
import dev.landwaiter.cli.command.score.KubesecRulesCommand;
import dev.landwaiter.cli.command.score.KubesecScanCommand;
import dev.landwaiter.cli.command.score.ScoreCommand;
import dev.landwaiter.cli.command.serve.KubesecHttpCommand;
import dev.landwaiter.cli.command.serve.ServeCommand;
import dev.landwaiter.cli.command.sign.AttachAttestationCommand;
import dev.landwaiter.cli.command.sign.AttachSbomCommand;
import dev.landwaiter.cli.command.sign.AttachSignatureCommand;
import dev.landwaiter.cli.command.sign.AttestBlobCommand;
import dev.landwaiter.cli.command.sign.AttestCommand;
import dev.landwaiter.cli.command.sign.BundleCreateCommand;
import dev.landwaiter.cli.command.sign.BundleInspectCommand;
import dev.landwaiter.cli.command.sign.BundleUpgradeCommand;
import dev.landwaiter.cli.command.sign.CleanCommand;
import dev.landwaiter.cli.command.sign.CopyCommand;
import dev.landwaiter.cli.command.sign.CosignCompletionCommand;
import dev.landwaiter.cli.command.sign.CosignLoginCommand;
import dev.landwaiter.cli.command.sign.CosignVersionCommand;
import dev.landwaiter.cli.command.sign.DockerfileVerifyCommand;
import dev.landwaiter.cli.command.sign.DownloadAttestationCommand;
import dev.landwaiter.cli.command.sign.DownloadSbomCommand;
import dev.landwaiter.cli.command.sign.DownloadSignatureCommand;
import dev.landwaiter.cli.command.sign.EnvCommand;
import dev.landwaiter.cli.command.sign.GenerateCommand;
import dev.landwaiter.cli.command.sign.GenerateKeyPairCommand;
import dev.landwaiter.cli.command.sign.ImportKeyPairCommand;
import dev.landwaiter.cli.command.sign.InitializeCommand;
import dev.landwaiter.cli.command.sign.LoadCommand;
import dev.landwaiter.cli.command.sign.ManifestVerifyCommand;
import dev.landwaiter.cli.command.sign.PublicKeyCommand;
import dev.landwaiter.cli.command.sign.SaveCommand;
import dev.landwaiter.cli.command.sign.SignBlobCommand;
import dev.landwaiter.cli.command.sign.SignImageCommand;
import dev.landwaiter.cli.command.sign.SigningConfigCreateCommand;
import dev.landwaiter.cli.command.sign.TokenKeysCommand;
import dev.landwaiter.cli.command.sign.TokenListCommand;
import dev.landwaiter.cli.command.sign.TreeCommand;
import dev.landwaiter.cli.command.sign.TriangulateCommand;
import dev.landwaiter.cli.command.sign.TrustedRootCreateCommand;
import dev.landwaiter.cli.command.sign.UploadBlobCommand;
import dev.landwaiter.cli.command.sign.UploadWasmCommand;
import dev.landwaiter.cli.command.sign.VerifyAttestationCommand;
import dev.landwaiter.cli.command.sign.VerifyBlobAttestationCommand;
import dev.landwaiter.cli.command.sign.VerifyBlobCommand;
import dev.landwaiter.cli.command.sign.VerifyImageCommand;
import dev.landwaiter.cli.command.test.ConfigParseCommand;
import dev.landwaiter.cli.command.test.ConfigTestCommand;
import dev.landwaiter.cli.command.test.DocCommand;
import dev.landwaiter.cli.command.test.FormatCommand;
import dev.landwaiter.cli.command.test.PluginInstallCommand;
import dev.landwaiter.cli.command.test.PullCommand;
import dev.landwaiter.cli.command.test.PushCommand;
import dev.landwaiter.cli.command.test.ReformatCommand;
import dev.landwaiter.cli.command.test.VerifyCommand;
import dev.landwaiter.cli.flags.TrivyFlags;
import java.util.ArrayList;
import java.util.List;

/// Every command, one line each.
public final class Commands {
  private Commands() {}

  public static List<Command> own() {
    List<Command> commands = new ArrayList<>();
    commands.addAll(scans());
    commands.add(new LintCommand());
    commands.add(new ScoreCommand());
    commands.add(new ServeCommand(new OwnProcess()));
    commands.add(new FootprintCommand());
    commands.add(new ConfigTestCommand(false));
    commands.add(new ConfigParseCommand(false));
    commands.addAll(rego("rego "));
    commands.addAll(gate("gate "));
    commands.addAll(signing(false));
    commands.add(new CompletionCommand(Commands::own));
    commands.add(new VersionCommand());
    return commands;
  }

  /// The commands about Rego.
  ///
  /// @param prefix of their names
  private static List<Command> rego(String prefix) {
    return List.of(
        new EvalCommand(prefix),
        new CheckCommand(prefix),
        new TestCommand(prefix),
        new BenchCommand(prefix),
        new FmtCommand(prefix),
        new ParseCommand(prefix),
        new InspectCommand(prefix),
        new DepsCommand(prefix),
        new ExecCommand(prefix),
        new BuildCommand(prefix),
        new SignCommand(prefix),
        new CapabilitiesCommand(prefix));
  }

  /// The commands behind the name `opa`.
  public static List<Command> opa() {
    List<Command> commands = new ArrayList<>(rego(""));
    commands.add(new OpaVersionCommand());
    commands.add(new CompletionCommand(Commands::opa));
    return commands;
  }

  private static List<Command> scans() {
    return List.of(
        new ImageCommand(List.of()),
        new RootfsCommand(List.of()),
        new DbStatusCommand(),
        new DbShowCommand(),
        new DbUpdateCommand(),
        new DbBuildCommand(),
        new DbPushCommand(),
        new DbExportCommand(),
        new DbImportCommand(),
        new RegistryLoginCommand(),
        new RegistryLogoutCommand(),
        new RegistryListCommand(),
        new RegistryInspectCommand(),
        new RegistryCopyCommand(),
        new RegistryPullCommand());
  }

  /// The commands behind the name `trivy`.
  public static List<Command> trivy() {
    return List.of(
        new ImageCommand(TrivyFlags.IMAGE),
        new RootfsCommand(TrivyFlags.ROOTFS),
        new RegistryLoginCommand(),
        new RegistryLogoutCommand(),
        new CompletionCommand(Commands::trivy),
        new TrivyVersionCommand());
  }

  /// The commands behind the name `kubesec`.
  public static List<Command> kubesec() {
    return List.of(
        new KubesecScanCommand(),
        new KubesecRulesCommand(),
        PersonaVersionCommand.kubesec(),
        new KubesecHttpCommand(new OwnProcess()),
        new CompletionCommand(Commands::kubesec));
  }

  /// The one command behind the name `hadolint`.
  public static List<Command> hadolint() {
    return List.of(new HadolintCommand());
  }

  /// The commands of the gate.
  ///
  /// @param prefix of their names
  private static List<Command> gate(String prefix) {
    return List.of(
        new GateTestCommand(prefix),
        new GateVerifyCommand(prefix),
        new GateExpandCommand(prefix),
        new GateSyncCommand(prefix),
        new GateBenchCommand(prefix));
  }

  /// The commands behind the name `gator`.
  public static List<Command> gator() {
    List<Command> commands = new ArrayList<>(gate(""));
    commands.add(PersonaVersionCommand.gator());
    commands.add(new CompletionCommand(Commands::gator));
    return commands;
  }

  /// The commands about signatures.
  ///
  /// @param cosign whether they answer as cosign does
  private static List<Command> signing(boolean cosign) {
    List<Command> commands = new ArrayList<>();
    commands.add(new AttachAttestationCommand(cosign));
    commands.add(new AttachSbomCommand(cosign));
    commands.add(new AttachSignatureCommand(cosign));
    commands.add(new CleanCommand(cosign));
    commands.add(new CopyCommand(cosign));
    commands.add(new DownloadAttestationCommand(cosign));
    commands.add(new DownloadSbomCommand(cosign));
    commands.add(new DownloadSignatureCommand(cosign));
    commands.add(new LoadCommand(cosign));
    commands.add(new SaveCommand(cosign));
    commands.add(new TreeCommand(cosign));
    commands.add(new TriangulateCommand(cosign));
    commands.add(new GenerateKeyPairCommand(cosign));
    commands.add(new ImportKeyPairCommand(cosign));
    commands.add(new PublicKeyCommand(cosign));
    commands.add(new EnvCommand(cosign));
    commands.add(new TokenListCommand(cosign));
    commands.add(new TokenKeysCommand(cosign));
    commands.add(new InitializeCommand(cosign));
    commands.add(new TrustedRootCreateCommand(cosign));
    commands.add(new SigningConfigCreateCommand(cosign));
    commands.add(new VerifyImageCommand(cosign));
    commands.add(new UploadBlobCommand(cosign));
    commands.add(new UploadWasmCommand(cosign));
    commands.add(new VerifyAttestationCommand(cosign));
    commands.add(new VerifyBlobCommand(cosign));
    commands.add(new VerifyBlobAttestationCommand(cosign));
    commands.add(new ManifestVerifyCommand(cosign));
    commands.add(new BundleCreateCommand(cosign));
    commands.add(new BundleInspectCommand(cosign));
    commands.add(new BundleUpgradeCommand(cosign));
    commands.add(new DockerfileVerifyCommand(cosign));
    commands.add(new SignImageCommand(cosign));
    commands.add(new AttestCommand(cosign));
    commands.add(new SignBlobCommand(cosign));
    commands.add(new AttestBlobCommand(cosign));
    commands.add(new GenerateCommand(cosign));
    if (cosign) {
      commands.add(new CosignLoginCommand());
      commands.add(new CosignVersionCommand());
      commands.add(new CosignCompletionCommand(Commands::cosign));
    }
    return commands;
  }

  /// The commands behind the name `cosign`.
  public static List<Command> cosign() {
    return signing(true);
  }

  /// The commands behind the name `conftest`.
  public static List<Command> conftest() {
    return List.of(
        new ConfigTestCommand(true),
        new VerifyCommand(),
        new ConfigParseCommand(true),
        new FormatCommand(),
        new ReformatCommand(),
        new DocCommand(),
        new PullCommand(),
        new PushCommand(),
        new PluginInstallCommand(),
        new CompletionCommand(Commands::conftest));
  }
}
