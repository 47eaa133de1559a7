package dev.landwaiter.dockerfile.rule.own;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Tokens that can be told by how they look.
enum SecretShape {
  AWS("AKIA", Letters.UPPER, 16, 16, "An access key of AWS"),
  AWS_SESSION("ASIA", Letters.UPPER, 16, 16, "An access key of AWS"),
  GITHUB("ghp_", Letters.ALNUM, 36, 255, "A token of GitHub"),
  GITHUB_OAUTH("gho_", Letters.ALNUM, 36, 255, "A token of GitHub"),
  GITHUB_USER("ghu_", Letters.ALNUM, 36, 255, "A token of GitHub"),
  GITHUB_SERVER("ghs_", Letters.ALNUM, 36, 255, "A token of GitHub"),
  GITHUB_REFRESH("ghr_", Letters.ALNUM, 36, 255, "A token of GitHub"),
  GITHUB_FINE("github_pat_", Letters.WORD, 60, 255, "A token of GitHub"),
  GITLAB("glpat-", Letters.URL, 20, 255, "A token of GitLab"),
  SLACK_BOT("xoxb-", Letters.URL, 20, 255, "A token of Slack"),
  SLACK_USER("xoxp-", Letters.URL, 20, 255, "A token of Slack"),
  SLACK_APP("xoxa-", Letters.URL, 20, 255, "A token of Slack"),
  NPM("npm_", Letters.ALNUM, 36, 36, "A token of npm"),
  PYPI("pypi-AgE", Letters.URL, 50, 1_000, "An upload token of PyPI"),
  STRIPE("sk_live_", Letters.ALNUM, 16, 255, "A key of Stripe"),
  STRIPE_RESTRICTED("rk_live_", Letters.ALNUM, 16, 255, "A key of Stripe"),
  GOOGLE("AIza", Letters.URL, 35, 35, "An API key of Google"),
  OPENAI("sk-proj-", Letters.URL, 40, 255, "A key of OpenAI"),
  ANTHROPIC("sk-ant-", Letters.URL, 40, 255, "A key of Anthropic"),
  HUGGING_FACE("hf_", Letters.ALNUM, 34, 40, "A token of Hugging Face"),
  DIGITAL_OCEAN("dop_v1_", Letters.HEX, 64, 64, "A token of DigitalOcean"),
  DOCKER_HUB("dckr_pat_", Letters.URL, 27, 40, "A token of Docker Hub"),
  SENDGRID("SG.", Letters.DOTTED, 60, 80, "A key of SendGrid"),
  VAULT("hvs.", Letters.URL, 24, 255, "A token of Vault"),
  DATABRICKS("dapi", Letters.HEX, 32, 32, "A token of Databricks"),
  AGE("AGE-SECRET-KEY-1", Letters.UPPER, 50, 60, "A secret key of age"),
  JWT("eyJ", Letters.DOTTED, 80, 4_000, "A signed token (JWT)");

  private enum Letters {
    UPPER,
    ALNUM,
    WORD,
    URL,
    DOTTED,
    HEX;

    boolean has(char c) {
      boolean digit = c >= '0' && c <= '9';
      return switch (this) {
        case UPPER -> digit || (c >= 'A' && c <= 'Z');
        case ALNUM -> digit || isLetter(c);
        case WORD -> digit || isLetter(c) || c == '_';
        case URL -> digit || isLetter(c) || c == '_' || c == '-';
        case DOTTED -> digit || isLetter(c) || c == '_' || c == '-' || c == '.';
        case HEX -> digit || (c >= 'a' && c <= 'f');
      };
    }
  }

  /// Where a token stands.
  record Hit(SecretShape shape, int start, int end) {}

  private static final List<SecretShape> ALL = List.of(values());

  /// A bit for each letter that a prefix begins with, or goes on with, counted from `A`: nearly all
  /// words of a text are told apart by these alone.
  private static final long FIRSTS = bits(false);

  private static final long SECONDS = bits(true);

  private static final int FEWEST_DIFFERENT = 6;

  private final char first;
  private final char second;
  private final String prefix;
  private final Letters letters;
  private final int least;
  private final int most;
  private final String what;

  SecretShape(String prefix, Letters letters, int least, int most, String what) {
    this.first = prefix.charAt(0);
    this.second = prefix.charAt(1);
    this.prefix = prefix;
    this.letters = letters;
    this.least = least;
    this.most = most;
    this.what = what;
  }

  String what() {
    return what;
  }

  /// All tokens in a text.
  static List<Hit> find(String text) {
    var hits = new ArrayList<Hit>(0);
    for (int at = 0; at + 1 < text.length(); at++) {
      char first = text.charAt(at);
      if ((FIRSTS & bit(first)) != 0
          && (SECONDS & bit(text.charAt(at + 1))) != 0
          && startsWord(text, at)) {
        int end = find(text, at, first, text.charAt(at + 1), hits);
        at = Math.max(at, end - 1);
      }
    }
    return hits;
  }

  private static long bits(boolean second) {
    long bits = 0;
    for (SecretShape each : ALL) {
      bits |= bit(second ? each.second : each.first);
    }
    return bits;
  }

  private static long bit(char c) {
    return c >= 'A' && c <= 'z' ? 1L << (c - 'A') : 0;
  }

  private static int find(String text, int at, char first, char second, List<Hit> hits) {
    for (SecretShape shape : ALL) {
      // Nearly all words differ in these two letters already.
      if (shape.second == second && shape.first == first) {
        int end = shape.end(text, at);
        if (end > at) {
          hits.add(new Hit(shape, at, end));
          return end;
        }
      }
    }
    return -1;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !(isWord(text.charAt(at - 1)) || text.charAt(at - 1) == '-');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isWord(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
  }

  private int end(String text, int at) {
    if (!text.startsWith(prefix, at)) {
      return -1;
    }
    int start = at + prefix.length();
    int end = start;
    while (end < text.length() && end - start <= most && letters.has(text.charAt(end))) {
      end++;
    }
    int length = end - start;
    boolean whole = end == text.length() || !isWord(text.charAt(end));
    return length >= least && length <= most && whole && isVaried(text, start, end) ? end : -1;
  }

  /// Placeholders such as `ghp_xxxx…` hold few different characters; a JWT has three parts.
  private boolean isVaried(String text, int start, int end) {
    var different = new BitSet();
    int dots = 0;
    for (int at = start; at < end; at++) {
      different.set(text.charAt(at));
      dots += text.charAt(at) == '.' ? 1 : 0;
    }
    return different.cardinality() >= FEWEST_DIFFERENT && (this != JWT || dots == 2);
  }
}
