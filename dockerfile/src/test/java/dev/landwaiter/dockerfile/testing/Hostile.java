package dev.landwaiter.dockerfile.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/// Texts made to cost a reader time, memory or its stack.
public final class Hostile {
  private Hostile() {}

  /// All of them by name.
  public static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    lines(files);
    nesting(files);
    variables(files);
    characters(files);
    shells(files);
    secrets(files);
    return files;
  }

  private static void lines(Map<String, String> files) {
    files.put("longer than a file may be", "FROM a\nRUN " + "x".repeat(1 << 20));
    files.put("a line longer than the builder takes", "FROM a\nRUN " + "x".repeat(70_000) + "\n");
    files.put("lines to the limit", "FROM a\nRUN b \\\n" + "c \\\n".repeat(99_997));
    files.put("more lines than are read", "\n".repeat(100_001) + "FROM a\n");
    files.put("more instructions than are read", "FROM a\n" + "USER b\n".repeat(20_000));
    files.put("blank continued lines", "FROM a\nRUN b \\\n" + "\n".repeat(99_000) + "c\n");
    files.put("comments in an instruction", "FROM a\nRUN b \\\n" + "#\n".repeat(99_000) + "c\n");
    files.put("comments above", "# c\n".repeat(99_000) + "FROM a\n");
    files.put("stages", "FROM a AS b\n".repeat(9_999));
    files.put("stages of stages", stages(9_000));
    files.put("folders in folders", "FROM a\n" + "WORKDIR x\n".repeat(9_999));
    files.put("pipes in lines", "FROM a\n" + "RUN wget -O- a | sh\n".repeat(9_999));
    files.put("unknown instructions", "FROM a\n" + "FROMM b\n".repeat(9_999));
  }

  private static String stages(int count) {
    StringBuilder text = new StringBuilder("FROM scratch AS s0\n");
    for (int i = 1; i < count; i++) {
      text.append("FROM s").append(i - 1).append(" AS s").append(i).append('\n');
      text.append(i % 9 == 0 ? "COPY --from=s0 a b\n" : "");
    }
    return text.toString();
  }

  private static void nesting(Map<String, String> files) {
    files.put("documents", "FROM a\nRUN " + "<<a ".repeat(10_000) + "\n" + "a\n".repeat(10_000));
    files.put("documents without an end", "FROM a\nRUN " + "<<a ".repeat(10_000) + "\nb\n");
    files.put("documents in lines", "FROM a\n" + "RUN <<a\nb\na\n".repeat(9_000));
    files.put("triggers", "FROM a\n" + "ONBUILD ".repeat(8_000) + "RUN b\n");
    files.put("triggers in lines", "FROM a\n" + "ONBUILD ONBUILD RUN b\n".repeat(9_000));
    files.put("brackets", "FROM a\nRUN " + "[".repeat(60_000) + "\n");
    files.put("closed brackets", "FROM a\nCMD " + "[".repeat(9_000) + "]".repeat(9_000) + "\n");
    files.put("words of an array", "FROM a\nCMD [\"a\"" + ",\"a\"".repeat(16_000) + "]\n");
    files.put("flags", "FROM a\nRUN " + "--mount=type=cache,target=/a ".repeat(2_000) + "b\n");
    files.put("sources", "FROM a\nCOPY " + "a* ".repeat(20_000) + "/b\n");
    files.put("pairs", "FROM a\nENV " + "a=$a ".repeat(12_000) + "\n");
    files.put("pairs in lines", "FROM a\n" + "ENV a=$a$a b=$b\n".repeat(9_999));
    files.put("ports", "FROM a\nEXPOSE " + "0-65535 ".repeat(8_000) + "\n");
    files.put("wide words", "FROM a\nENV " + "😀=é ".repeat(10_000) + "\n");
    files.put("wide words in lines", ("ENV " + "😀=é ".repeat(8_000) + "\n").repeat(16));
    files.put("labels", "FROM a\n" + ("LABEL " + "a=b ".repeat(15_000) + "\n").repeat(16));
  }

  private static void variables(Map<String, String> files) {
    String deep = "${a:-".repeat(6_000) + "b" + "}".repeat(6_000);
    files.put("forms in forms", "FROM a\nENV a=" + deep + "\n");
    files.put("forms in the name of a document", "FROM a\nRUN <<" + deep + "\n");
    files.put("forms in a command", "FROM a\nRUN echo " + deep + "\n");
    files.put("a stage's name of forms", "ARG a\nFROM " + deep + "\n");
    files.put("values that double", "FROM a\nENV a=aaaaaaaa\n" + "ENV a=$a$a\n".repeat(9_000));
    files.put("replacements that grow", "FROM a\nENV a=aaaaaaaa\n" + grow().repeat(3_000));
    files.put(
        "patterns that nearly match",
        "FROM a\nENV a=" + "a".repeat(30_000) + "\n" + nearly().repeat(10));
    files.put("defaults that double", "ARG a=bb\n" + "ARG a=$a$a\n".repeat(9_000) + "FROM $a\n");
  }

  private static String grow() {
    return "ENV a=${a//a/aaaaaaaa}\n";
  }

  private static String nearly() {
    return "ENV b=${a//" + "a".repeat(15_000) + "b/c}\n";
  }

  private static void characters(Map<String, String> files) {
    files.put("nothing but zeros", "\0".repeat(60_000));
    files.put("zeros in words", "FROM a\0b\nRUN c\0 \0\nENV \0=\0\n");
    files.put("marks in the middle", "FROM a\n\uFEFFRUN b\nRUN \uFEFF\n\uFEFF# c\n");
    files.put("only carriage returns", "FROM a\rRUN b\r# c\rCMD [\"d\"]\r");
    files.put("replaced bytes", "FROM \uFFFD\nRUN \uFFFD\uFFFD\n\uFFFD\n");
    files.put("halves of characters", "FROM \uD83D\nRUN \uDE00 \uD83D\uD83D\uDE00\n\uDE00\n");
    files.put("the last code points", "FROM \uFFFF\nENV a=\uFFFF${b}\uFFFF c=${a#\uFFFF}\n");
    files.put("far white space", "FROM\u2003a\n\u00A0RUN\u0085b\u2028c\nENV\u3000d=e\n");
    files.put("escapes", "FROM a\nENV a=" + "\\\\".repeat(30_000) + "\\\n");
    files.put("quotes", "FROM a\nENV a=" + "\"'".repeat(30_000) + "\nRUN " + "'\"".repeat(9_000));
  }

  private static void shells(Map<String, String> files) {
    files.put("substitutions", "FROM a\nRUN " + "$(".repeat(20_000) + "\n");
    files.put("arithmetic", "FROM a\nRUN " + "$((".repeat(20_000) + "\n");
    files.put("back-ticks", "FROM a\nRUN " + "`a ".repeat(20_000) + "\n");
    files.put("subshells", "FROM a\nRUN " + "(".repeat(60_000) + "\n");
    files.put("braces", "FROM a\nRUN " + "{a,".repeat(20_000) + "\n");
    files.put("ifs", "FROM a\nRUN " + "if ".repeat(20_000) + "\n");
    files.put("pipes", "FROM a\nRUN a" + " | a".repeat(16_000) + "\n");
    files.put("installs", "FROM a\nRUN a" + " && apt-get install b".repeat(3_000) + "\n");
    files.put("installs in lines", "FROM a\n" + "RUN apt-get install b=c d\n".repeat(9_999));
    files.put("words of a command", "FROM a\nRUN apt-get install" + " b".repeat(30_000) + "\n");
    files.put("a script", "FROM a\nRUN <<a\n" + "pip install b && cd c\n".repeat(40_000) + "a\n");
    String curl = "curl -o /a http://b/c";
    files.put("downloads", "FROM a\nRUN <<a\n" + (curl + "\n").repeat(16_000) + "a\n");
    files.put("piped downloads", "FROM a\nRUN <<a\n" + "curl a |\n".repeat(40_000) + "sh\na\n");
    files.put("functions", "FROM a\nRUN " + "a() ".repeat(16_000) + "\n");
    files.put("documents in a script", "FROM a\nRUN <<a\n" + "b <<c\n".repeat(40_000) + "a\n");
    files.put("nested shells", "FROM a\nRUN " + "sh -c \"".repeat(5_000) + "\n");
    files.put("wrappers", "FROM a\nRUN " + "sudo env ".repeat(7_000) + "ls\n");
  }

  private static void secrets(Map<String, String> files) {
    String token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789\n";
    files.put("tokens", "FROM a\nRUN <<b\n" + token.repeat(9_000) + "b\n");
    files.put("addresses", "FROM a\nRUN <<b\n" + "://x\n".repeat(80_000) + "b\n");
    files.put("ends of keys", "FROM a\nRUN <<b\n" + "PRIVATE KEY-----\n".repeat(30_000) + "b\n");
    files.put("keys", "FROM a\nCOPY <<b /\n" + key().repeat(9_000) + "b\n");
    files.put("passwords", passwords(9_000));
  }

  private static String key() {
    return "-----BEGIN PRIVATE KEY-----\n" + "abcdefgh".repeat(4) + "\n";
  }

  private static String passwords(int count) {
    StringBuilder text = new StringBuilder("FROM a\n");
    for (int i = 0; i < count; i++) {
      text.append("ENV PASSWORD").append(i).append("=secret").append(i).append('\n');
    }
    return text.toString();
  }
}
