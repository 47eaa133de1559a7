package dev.landwaiter.dockerfile.testing;

import java.util.List;
import java.util.Random;

/// Texts of pieces that Dockerfiles are made of, put together without sense.
public final class Generated {
  private static final List<String> STARTS =
      List.of(
          "FROM ",
          "RUN ",
          "COPY ",
          "ADD ",
          "ENV ",
          "LABEL ",
          "ARG ",
          "CMD ",
          "ENTRYPOINT ",
          "EXPOSE ",
          "HEALTHCHECK ",
          "ONBUILD ",
          "SHELL ",
          "USER ",
          "VOLUME ",
          "WORKDIR ",
          "STOPSIGNAL ",
          "MAINTAINER ",
          "run\t",
          "OnBuild ONBUILD ",
          "RUNN ",
          "# ",
          "#",
          "  # x",
          "# escape=`\n",
          "# syntax=a/b:1\n",
          "#check=skip=all\n",
          "",
          " ",
          "EOF\n");
  private static final List<String> PIECES =
      List.of(
          "a",
          "b=c",
          "\"a b\"",
          "'x",
          "\"",
          "\\",
          "\\\n",
          "\\ \t\n",
          "\\\r\n",
          "\n",
          "\r\n",
          "\r",
          "`\n",
          "`",
          "<<EOF",
          "<<-EOF",
          "<<\"EOF\"",
          "3<< EOF",
          "\nEOF\n",
          "\n\tEOF\n",
          "<<<x",
          "--from=b",
          "--mount=type=cache,target=/x",
          "--mount=\"a,b\"",
          "--",
          "--x=\\",
          "--interval=3s",
          "[\"a\", \"b\"]",
          "[\"\\u00e9\\\"\"]",
          "[1]",
          "[",
          "]",
          "{",
          "}",
          "$a",
          "${a:-${b}}",
          "${a//x/y}",
          "${",
          "$",
          " ",
          "  ",
          "\t",
          "\u00A0",
          "\u2003",
          "\u000B",
          "\f",
          "\u0000",
          "\uFEFF",
          "\uFFFD",
          "é",
          "日本",
          "😀",
          "\uD83D",
          "as",
          "AS x",
          "CMD",
          "NONE",
          "# c\n",
          "\n# c\n",
          "\n\n",
          "\n#\n",
          "&& \\\n# c\n\n  b",
          "latest",
          ":",
          "@",
          "/",
          "0",
          "80/tcp",
          "=",
          "|",
          ";",
          "(",
          ")",
          "!",
          "*",
          "?",
          "~",
          ",");

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  private Generated(int seed) {
    random = new Random(seed);
  }

  /// The same text for the same seed.
  public static String file(int seed) {
    return new Generated(seed).file();
  }

  private String file() {
    int instructions = 1 + random.nextInt(8);
    for (int i = 0; i < instructions; i++) {
      text.append(one(STARTS));
      int pieces = random.nextInt(8);
      for (int j = 0; j < pieces; j++) {
        text.append(one(PIECES));
        if (random.nextInt(3) == 0) {
          text.append(' ');
        }
      }
      text.append(random.nextInt(12) == 0 ? "" : "\n");
    }
    return text.toString();
  }

  private String one(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
