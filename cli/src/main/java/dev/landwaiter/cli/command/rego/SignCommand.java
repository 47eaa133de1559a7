package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegoFlags;
import dev.landwaiter.rego.bundle.BundleSigner;
import dev.landwaiter.rego.load.LoadException;
import dev.landwaiter.rego.load.NamedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Signs the files of a bundle.
public final class SignCommand extends RegoCommand {
  private static final String FILE = ".signatures.json";
  private static final Flag OUTPUT =
      Flag.text("output-file-path", "folder that the file with the signature goes to")
          .shorthand("o")
          .standard(".");

  /// @param prefix of its name, such as `rego `
  public SignCommand(String prefix) {
    super(prefix, "sign", "Sign the files of a bundle", "[flags] PATH...");
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Signature Flags",
            RegoFlags.AS_BUNDLES,
            OUTPUT,
            BuildFlags.SIGNING_KEY,
            BuildFlags.SIGNING_ALGORITHM,
            BuildFlags.SIGNING_PLUGIN,
            BuildFlags.CLAIMS,
            GlobalFlags.HELP));
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().isEmpty()) {
      throw UsageException.withUsage(
          "specify atleast one path containing policy and/or data files");
    }
    if (invocation.values().text(BuildFlags.SIGNING_KEY).isEmpty()) {
      throw UsageException.withUsage(
          "specify the secret (HMAC) or path of the PEM file containing the private key (RSA and ECDSA)");
    }
    if (!invocation.values().flag(RegoFlags.AS_BUNDLES)) {
      throw UsageException.withUsage(
          "enable bundle mode (ie. --bundle) to sign bundle files or directories");
    }
    try {
      Optional<BundleSigner> signer = Keys.signer(invocation);
      Map<String, byte[]> files = files(invocation);
      if (signer.isPresent()) {
        write(invocation, signer.get().signatures(files));
      }
      return 0;
    } catch (LoadException e) {
      new Output(invocation).out("error: " + e.getMessage() + "\n");
      return 1;
    }
  }

  /// All files in their order, by their names; an archive's by theirs inside it.
  private static Map<String, byte[]> files(Invocation invocation)
      throws LoadException, IOException {
    var folders = new NamedFiles(invocation.world().folder(), List.of());
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String path : invocation.arguments()) {
      List<String> below = folders.below(path);
      if (folders.isFolder(path)) {
        for (String file : below) {
          if (!file.endsWith(FILE)) {
            files.put(file, folders.bytes(file));
          }
        }
      } else {
        files.putAll(new BundleArchives().read(invocation.world().folder().resolve(path)));
        files.remove(FILE);
      }
    }
    return files;
  }

  private static void write(Invocation invocation, String signatures)
      throws UsageException, LoadException, IOException {
    String name = invocation.values().text(OUTPUT);
    Path folder = invocation.world().folder().resolve(name);
    if (!Files.isDirectory(folder)) {
      String file = name.endsWith("/") ? name + FILE : name + "/" + FILE;
      throw new LoadException("open " + file + ": no such file or directory");
    }
    Files.writeString(folder.resolve(FILE), signatures);
  }
}
