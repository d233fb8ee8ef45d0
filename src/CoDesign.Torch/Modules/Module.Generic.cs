namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that maps 1 value to a result.</summary>
        public abstract class Module<T, TResult>(string name) : Module(name)
        {
            /// <summary>The map itself.</summary>
            public abstract TResult forward(T input);

            /// <summary>Calls the module.</summary>
            public TResult call(T input) => forward(input);
        }

        /// <summary>A module that maps 2 values to a result.</summary>
        public abstract class Module<T1, T2, TResult>(string name) : Module(name)
        {
            /// <summary>The map itself.</summary>
            public abstract TResult forward(T1 input1, T2 input2);

            /// <summary>Calls the module.</summary>
            public TResult call(T1 input1, T2 input2) => forward(input1, input2);
        }

        /// <summary>A module that maps 3 values to a result.</summary>
        public abstract class Module<T1, T2, T3, TResult>(string name) : Module(name)
        {
            /// <summary>The map itself.</summary>
            public abstract TResult forward(T1 input1, T2 input2, T3 input3);

            /// <summary>Calls the module.</summary>
            public TResult call(T1 input1, T2 input2, T3 input3) => forward(input1, input2, input3);
        }
    }
}
