// Multiplies in GF(2^128), x^128 + x^7 + x^2 + x + 1, eight bits of b in a clock: 16 clocks after the
// one that loads the operands, so that a product is done every 17 clocks.
module gf128_mul_serial(
  input clk, input start, input [127:0] a, input [127:0] b,
  output reg done, output reg [127:0] p
);
  reg [127:0] x, y, r;
  reg [3:0] n;
  reg busy;
  integer i;
  always @(posedge clk) begin
    done <= 0;
    if (start) begin
      x <= a; y <= b; p <= 0; n <= 0; busy <= 1;
    end else if (busy) begin
      r = p;
      for (i = 127; i >= 120; i = i - 1)
        r = {r[126:0], 1'b0} ^ (r[127] ? 128'h87 : 128'h0) ^ (y[i] ? x : 128'h0);
      p <= r;
      y <= {y[119:0], 8'h0};
      n <= n + 1;
      if (n == 15) begin busy <= 0; done <= 1; end
    end
  end
endmodule
