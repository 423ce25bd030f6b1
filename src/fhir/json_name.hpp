#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace vertebra::fhir {

// The name of a JSON member with its first and last bytes as numbers, so that most names are told apart without a look at
// their texts.
class Name {
 public:
  constexpr explicit Name(std::string_view text) noexcept : text_{text} {
    const std::size_t bytes = text.size() < word ? text.size() : word;
    head_ = bytes_of(text.data(), bytes);
    tail_ = text.size() < word ? 0 : bytes_of(text.data() + (text.size() - word), word);
    mark_ = mixed();
  }

  // A text behind which memory can be read up to `end`.
  Name(std::string_view text, const char* end) noexcept : Name{unread{}, text} {
    if (text.size() >= word) {
      std::memcpy(&head_, text.data(), word);
      std::memcpy(&tail_, text.data() + (text.size() - word), word);
    } else if (static_cast<std::size_t>(end - text.data()) >= word) {
      std::memcpy(&head_, text.data(), word);
      head_ &= first_bytes[text.size()];
    } else {
      head_ = bytes_of(text.data(), text.size());
    }
    mark_ = mixed();
  }

  constexpr std::string_view text() const noexcept { return text_; }

  // Equal for equal names, and rarely for others.
  constexpr std::uint64_t mark() const noexcept { return mark_; }

  friend constexpr bool operator==(const Name& a, const Name& b) noexcept {
    if (a.head_ != b.head_ || a.tail_ != b.tail_ || a.text_.size() != b.text_.size()) return false;
    return a.text_.size() <= 2 * word || a.text_ == b.text_;
  }

 private:
  static constexpr std::size_t word = sizeof(std::uint64_t);
  using Bytes = std::array<char, word>;
  struct unread {};

  constexpr Name(unread, std::string_view text) noexcept : text_{text} {}

  constexpr std::uint64_t mixed() const noexcept {
    return (head_ ^ std::rotl(tail_, 23) ^ text_.size()) * 0x9E3779B97F4A7C15U;
  }

  static constexpr std::uint64_t bytes_of(const char* begin, std::size_t count) noexcept {
    Bytes bytes{};
    if (std::is_constant_evaluated())
      for (std::size_t i = 0; i < count; ++i) bytes[i] = begin[i];
    else if (count != 0)
      std::memcpy(bytes.data(), begin, count);
    return std::bit_cast<std::uint64_t>(bytes);
  }

  // By how many: all bits of that many bytes, in memory order.
  static constexpr auto first_bytes = [] {
    std::array<std::uint64_t, word> masks{};
    Bytes bytes{};
    for (std::size_t i = 0; i < word; ++i) {
      masks[i] = std::bit_cast<std::uint64_t>(bytes);
      bytes[i] = static_cast<char>(-1);
    }
    return masks;
  }();

  std::string_view text_;
  std::uint64_t head_ = 0;
  std::uint64_t tail_ = 0;
  std::uint64_t mark_ = 0;
};

}  // namespace vertebra::fhir
