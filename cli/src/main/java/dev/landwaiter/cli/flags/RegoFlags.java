package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagType;

/// Flags that several commands about Rego share; names and values are those of `opa`.
public final class RegoFlags {
  public static final Flag DATA =
      Flag.repeated("data", "file or folder with policies and data; PREFIX:PATH puts data below")
          .shorthand("d");
  public static final Flag BUNDLE =
      Flag.repeated("bundle", "folder or archive of a bundle").shorthand("b");

  /// The paths given as arguments are bundles.
  public static final Flag AS_BUNDLES =
      Flag.toggle("bundle", "take the paths as bundles").shorthand("b");

  public static final Flag IGNORE =
      Flag.texts("ignore", "names of files and folders to pass over, as globs");
  public static final Flag INPUT =
      Flag.text("input", "file with the input document").shorthand("i");
  public static final Flag STDIN_INPUT =
      Flag.toggle("stdin-input", "read the input document from standard input").shorthand("I");
  public static final Flag STDIN = Flag.toggle("stdin", "read the query from standard input");
  public static final Flag PACKAGE =
      Flag.text("package", "package whose rules the query sees by their names");
  public static final Flag IMPORT =
      Flag.repeated("import", "import that the query sees, such as data.lib");
  public static final Flag UNKNOWNS =
      Flag.texts("unknowns", "paths that partial evaluation does not know")
          .shorthand("u")
          .standard("input");
  public static final Flag SCHEMA =
      Flag.text("schema", "file or folder with JSON schemas").shorthand("s");
  public static final Flag CAPABILITIES =
      Flag.text("capabilities", "version or file that says which functions and keywords there are");
  public static final Flag STRICT =
      Flag.toggle("strict", "check more strictly, for what is not used").shorthand("S");
  public static final Flag V0 = Flag.toggle("v0-compatible", "read modules as version 0 of Rego");
  public static final Flag V1 =
      Flag.toggle("v1-compatible", "read modules as version 1, the default");
  public static final Flag V0_V1 =
      Flag.toggle("v0-v1", "read modules as version 0 and check them as version 1");
  public static final Flag MAX_ERRORS =
      Flag.of("max-errors", FlagType.NUMBER, "errors to tell before giving up; 0 for all")
          .shorthand("m")
          .standard("10");
  public static final Flag EXPLAIN =
      Flag.text("explain", "how much of the way to the result is told")
          .standard("off")
          .allowed("off", "full", "notes", "fails", "debug");
  public static final Flag TIMEOUT =
      Flag.of("timeout", FlagType.DURATION, "end the evaluation after this time; 0s for never")
          .standard("0s");
  public static final Flag TARGET =
      Flag.text("target", "what the policy is evaluated by")
          .shorthand("t")
          .standard("rego")
          .allowed("rego", "wasm");
  public static final Flag ENTRYPOINT =
      Flag.repeated("entrypoint", "rule that is asked for, with slashes").shorthand("e");
  public static final Flag OPTIMIZE =
      Flag.of("optimize", FlagType.NUMBER, "how much is worked out beforehand, 0 to 2")
          .shorthand("O")
          .standard("0");
  public static final Flag METRICS = Flag.toggle("metrics", "tell how long each part took");
  public static final Flag COUNT =
      Flag.of("count", FlagType.NUMBER, "how often it is done").standard("1");
  public static final Flag ALLOW_NET =
      Flag.texts("allow-net", "hosts that policies may reach; without it the network is closed");

  private RegoFlags() {}
}
