package dev.landwaiter.dockerfile.stage;

/// What the expansion of all words of a file may cost together.
final class Effort {
  private static final int MAX_STEPS = 20_000_000;
  private static final int MAX_TEXT = 16 * 1024 * 1024;

  private int steps;
  private int text;

  void compare(int count) throws BadWordException {
    steps += count;
    if (steps > MAX_STEPS) {
      steps = MAX_STEPS;
      throw new BadWordException(
          "The patterns of this file take more than " + MAX_STEPS + " comparisons");
    }
  }

  void write(int length) throws BadWordException {
    text += length;
    if (text > MAX_TEXT) {
      text = MAX_TEXT;
      throw new BadWordException(
          "The words of this file become longer than " + MAX_TEXT + " characters together");
    }
  }
}
