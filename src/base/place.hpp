#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vertebra::base {

// Where something stands in what a person wrote. Lines and columns count from 1, columns in Unicode code points.
struct Place {
  int file = -1;  // Index into Files; -1 for nowhere.
  int line = 0;   // 0 for the file as a whole.
  int column = 0;
  int length = 1;
};

// The texts that were read, so that a message can show the line it speaks of.
class Files {
 public:
  // Returns the file's index. `name` is shown in messages as it is.
  int add(std::string name, std::string text);

  std::size_t size() const noexcept { return files_.size(); }
  std::string_view name(int file) const noexcept;  // Empty for -1.
  std::string_view text(int file) const noexcept;
  // Without the line break (LF or CRLF); empty when there is no such line.
  std::string_view line(int file, int line) const noexcept;

 private:
  struct File {
    std::string name;
    std::string text;
    std::vector<std::size_t> line_starts;
  };
  std::vector<File> files_;
};

}  // namespace vertebra::base
