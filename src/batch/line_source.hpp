#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <vector>

namespace vertebra::batch {

struct Line {
  std::uint64_t number = 0;  // From 1.
  std::string text;          // Without its line break, LF or CRLF.
  bool too_long = false;     // Then only its beginning is kept.
};

// Cuts a stream into lines, in memory that depends on no line's length and no stream's.
class LineSource {
 public:
  explicit LineSource(std::istream& in) : in_{in}, buffer_(std::size_t{1} << 16) {}

  // The next lines, some thousands or some megabytes of them; none at the end. Blank lines are counted and left out.
  std::vector<Line> next_block();
  std::uint64_t bytes() const noexcept { return bytes_; }
  std::uint64_t lines() const noexcept { return number_; }

 private:
  bool next(Line& line);
  bool fill();

  std::istream& in_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t number_ = 0;
};

}  // namespace vertebra::batch
